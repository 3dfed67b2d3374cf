package io.duly.intake;

/** What was asked for is not clear or not possible, whatever is in the file; the message says what to do. */
public final class CannotImport extends RuntimeException {
  public CannotImport(String message) {
    super(message);
  }
}
