package io.duly.directdebit;

import io.duly.kernel.CreditorId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A file for the bank.
 *
 * @param message by which the bank knows it
 * @param firstOn the first day on which something of it is collected
 * @param returned how many of its collections came back
 * @param withdrawn when and why it does not count; empty where it does
 */
public record MadeFile(
    UUID id, CreditorId creditor, String creditorName, String message, int collections, Money total, LocalDate madeOn, String madeBy, LocalDate firstOn, int returned, Optional<Withdrawn> withdrawn) {
  /** It was not given to the bank, or the bank refused all of it. */
  public record Withdrawn(LocalDate on, String why) {}

  /** As it is saved. */
  public String name() {
    return message + ".xml";
  }
}
