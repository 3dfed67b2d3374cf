package io.duly.correspondence.sending;

/** What was asked of a message cannot be done in the state it is in; the message says why. */
public final class CannotChange extends RuntimeException {
  CannotChange(String message) {
    super(message);
  }
}
