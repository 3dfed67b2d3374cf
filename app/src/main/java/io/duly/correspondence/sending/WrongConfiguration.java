package io.duly.correspondence.sending;

/** What is configured for sending or receiving cannot be used; the message says what to set. */
public final class WrongConfiguration extends RuntimeException {
  public WrongConfiguration(String message) {
    super(message);
  }
}
