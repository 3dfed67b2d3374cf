package io.duly.payments;

/** What a provider told cannot be taken; the message says what of it. */
final class InvalidTold extends RuntimeException {
  InvalidTold(String message) {
    super(message);
  }
}
