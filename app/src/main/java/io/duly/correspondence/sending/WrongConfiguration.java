package io.duly.correspondence.sending;

/** What is configured for sending cannot be used; the message says what to set. */
public final class WrongConfiguration extends RuntimeException {
  WrongConfiguration(String message) {
    super(message);
  }
}
