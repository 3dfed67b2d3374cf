package io.duly.banking.cash;

/** What a person asked for with money cannot be done; the message says why and what to do. */
public final class CannotMatch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotMatch(String message) {
    super(message);
  }
}
