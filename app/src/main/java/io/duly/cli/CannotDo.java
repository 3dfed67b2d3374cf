package io.duly.cli;

/** A command cannot be done; the message says why and what to do. */
final class CannotDo extends RuntimeException {
  CannotDo(String message) {
    super(message);
  }

  /** @param cause whose message says it for a person */
  CannotDo(Exception cause) {
    super(cause.getMessage(), cause);
  }
}
