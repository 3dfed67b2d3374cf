package io.duly.ledger;

/** The ledger refused a posting; the message says what was wrong and what to do. The transaction cannot go on. */
public final class AllocationRefused extends RuntimeException {
  AllocationRefused(String message) {
    super(message);
  }

  AllocationRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
