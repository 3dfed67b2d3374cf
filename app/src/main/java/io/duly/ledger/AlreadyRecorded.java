package io.duly.ledger;

/** A document number or a source's key was recorded before; the message names it. The transaction cannot go on. */
public final class AlreadyRecorded extends RuntimeException {
  AlreadyRecorded(String message, Throwable cause) {
    super(message, cause);
  }
}
