package io.duly.cases;

import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A contested amount on an invoice. While it is open that part is neither chased nor charged; the rest goes on.
 *
 * @param lines of the invoice, as it numbers them; empty where it is an amount alone
 * @param answerDueOn the day by which we owe the debtor an answer
 * @param acknowledgeBy the day by which we tell the debtor that it arrived; empty where nobody waits for that
 * @param acknowledgedHow by word, in writing, or with the answer itself
 * @param escalatedOn when a manager was told that we are late
 * @param answer what the debtor was told in the end
 */
public record Dispute(
    UUID id,
    InvoiceId invoice,
    String invoiceNumber,
    Money amount,
    List<String> lines,
    String why,
    LocalDate openedOn,
    LocalDate answerDueOn,
    Optional<LocalDate> acknowledgeBy,
    Optional<LocalDate> acknowledgedOn,
    Optional<Acknowledged> acknowledgedHow,
    Optional<LocalDate> escalatedOn,
    Optional<LocalDate> closedOn,
    Optional<DisputeOutcome> outcome,
    Optional<String> answer) {

  /** How the debtor came to know that we have it. */
  public enum Acknowledged {
    TOLD,
    WRITTEN,
    ANSWERED
  }

  /** The debtor waits to hear that it arrived. */
  public boolean isToBeAcknowledged() {
    return closedOn.isEmpty() && acknowledgeBy.isPresent() && acknowledgedOn.isEmpty();
  }

  public boolean isLate(LocalDate today) {
    return closedOn.isEmpty() && (answerDueOn.isBefore(today) || isToBeAcknowledged() && acknowledgeBy.orElseThrow().isBefore(today));
  }
}
