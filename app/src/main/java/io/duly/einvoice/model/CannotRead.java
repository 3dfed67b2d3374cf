package io.duly.einvoice.model;

/** A file that is not taken; the message says what is wrong and what to do. */
public final class CannotRead extends RuntimeException {
  public CannotRead(String message) {
    super(message);
  }

  public CannotRead(String message, Throwable cause) {
    super(message, cause);
  }
}
