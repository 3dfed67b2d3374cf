package io.duly.correspondence.sending;

/** A server cannot be spoken to; no message was begun. */
final class Unreachable extends Exception {
  Unreachable(String why, Throwable cause) {
    super(why, cause);
  }
}
