package io.duly.cases;

/** Something cannot be recorded as asked; the message says what was wrong and what to do, for a person. */
public final class CannotRecord extends RuntimeException {
  public CannotRecord(String message) {
    super(message);
  }
}
