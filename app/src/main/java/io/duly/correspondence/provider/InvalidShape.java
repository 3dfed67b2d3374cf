package io.duly.correspondence.provider;

/** A shape cannot be read; the message says what belongs there. */
public final class InvalidShape extends RuntimeException {
  InvalidShape(String message) {
    super(message);
  }
}
