package io.duly.calls;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.PersonId;
import io.duly.talk.CallOutcome;
import io.duly.talk.NextStep;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * A call.
 *
 * @param caller who is on the telephone for us, with login and name
 * @param ours false: they called us
 * @param number where it goes, or came from, as far as it is known
 * @param asksFor the contact person whom it is meant for, by id
 * @param zone the debtor's, in which times are agreed
 * @param heatedAt when it became heated, if it did
 * @param contact its line in the contact ledger; empty of their call until it ends
 * @param savedAt when something was last typed or done in it
 */
public record Call(
    UUID id,
    CreditorId creditor,
    DebtorId debtor,
    CaseId recovery,
    long caseNumber,
    Caller caller,
    boolean ours,
    Optional<String> number,
    Optional<UUID> asksFor,
    Instant beganAt,
    ZoneId zone,
    Optional<Party> party,
    Optional<Instant> heatedAt,
    Optional<UUID> contact,
    Instant savedAt,
    Optional<Ended> ended) {
  /** After so long without a word typed, somebody else may take it over. */
  static final Duration STALE = Duration.ofMinutes(30);

  public record Caller(PersonId id, String login, String name) {}

  /** @param how what showed that it is the right person (P10) */
  public record Party(Instant at, String name, String how) {}

  /**
   * How it ended.
   *
   * @param ownWords what they said, in their words; {@code reading} what it means to us
   * @param confirmed they said that we understood them (P16)
   */
  public record Ended(
      Instant at, CallOutcome outcome, NextStep next, LocalDate nextOn, Optional<String> ownWords, Optional<String> reading, boolean confirmed, Optional<String> note) {}

  public boolean isOpen() {
    return ended.isEmpty();
  }

  public boolean isOf(PersonId person) {
    return caller.id().equals(person);
  }

  /** Nothing was typed for so long that nobody can be talking any more. */
  public boolean isStale(Instant now) {
    return isOpen() && savedAt.plus(STALE).isBefore(now);
  }

  public String address() {
    return "/calls/" + id;
  }
}
