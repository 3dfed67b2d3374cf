package io.duly.desk.outbox;

import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.MessageId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A message as the outbox lists it.
 *
 * @param asked for, all its invoices together, in minor units
 * @param on the day for which it is planned; where it left, that on which it did
 * @param because of what the case was decided so
 * @param paused why it is kept back, where it is
 * @param waits why it did not leave when it was tried
 * @param approvalWhy why a person must look
 * @param ended what came of the last attempt, and in which words
 * @param nameless its creditor has no sender, so that it has no way to leave
 */
public record OutboxLine(
    MessageId id,
    CreditorId creditor,
    String creditorName,
    DebtorId debtor,
    String debtorName,
    long caseNumber,
    String channel,
    String template,
    String tone,
    String language,
    boolean apology,
    String state,
    String approval,
    Optional<String> approvalWhy,
    Optional<String> approvedBy,
    LocalDate on,
    String currency,
    long asked,
    int invoices,
    String because,
    Optional<String> paused,
    boolean nameless,
    Optional<String> waits,
    Optional<Instant> notBefore,
    Optional<Ended> ended,
    Optional<String> withdrawn) {

  /** @param outcome as in {@code correspondence.attempt_end} */
  public record Ended(String outcome, String answer, Instant at) {}

  public String address() {
    return "/outbox/" + id;
  }

  public boolean isWaiting() {
    return state.equals("checked");
  }

  public boolean needsYes() {
    return isWaiting() && approval.equals("needed");
  }

  public boolean isUncertain() {
    return state.equals("uncertain");
  }

  /** Something of it left, or may have. */
  public boolean hasCopy() {
    return ended.isPresent() || state.equals("sending") || isUncertain();
  }
}
