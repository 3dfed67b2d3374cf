package io.duly.correspondence.sending;

import io.duly.journal.Sha256;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.MessageId;
import io.duly.strategy.Decision;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/**
 * A message that waits.
 *
 * @param send what was decided: channel, tone, template, and what is asked for each invoice
 * @param language ISO 639-1
 * @param approved the text that a person said yes to
 * @param tries how often it was about to leave before
 * @param contacted the debtor's days that those took
 */
public record Waiting(
    MessageId id,
    CreditorId creditor,
    DebtorId debtor,
    CaseId recovery,
    Decision.Send send,
    String language,
    LocalDate plannedOn,
    Currency currency,
    Goal goal,
    Optional<Sha256> approved,
    Optional<String> waitsWhy,
    int tries,
    Set<LocalDate> contacted) {

  /** It asks for money; others follow from no decision and ask for nothing. */
  public boolean isDemand() {
    return goal == Goal.DEMAND;
  }
}
