package io.duly.desk.api;

/** Text that cannot be kept. */
final class NotPlain extends RuntimeException {
  NotPlain() {
    super("Text cannot hold the character NUL or half of a surrogate pair.");
  }
}
