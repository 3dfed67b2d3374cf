package io.duly.cases;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Why the debtor says it has not paid, and how that was checked.
 *
 * @param ownWords what the debtor said, not what we made of it (P16)
 * @param whomToAsk who can confirm it: the carrier, the warehouse, the bank
 */
public record StatedReason(
    UUID id,
    ReasonCategory category,
    String ownWords,
    LocalDate statedOn,
    String recordedBy,
    Optional<String> whomToAsk,
    Optional<Verification> verification) {

  /**
   * What came out when it was checked.
   *
   * @param how whom was asked, what was looked at: the fact
   * @param impression the collector's, kept apart from fact
   */
  public record Verification(Outcome outcome, LocalDate on, String how, Optional<String> impression) {}

  public enum Outcome {
    CONFIRMED,
    REFUTED,
    UNCLEAR
  }
}
