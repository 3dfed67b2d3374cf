package io.duly.correspondence;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.MessageId;
import io.duly.strategy.Decision;
import java.time.LocalDate;
import java.util.Currency;

/**
 * A message to be stored as a draft that passed its check.
 *
 * @param send what the policy decided: channel, tone, template, and what is asked for each invoice
 * @param currency of the amounts
 * @param language ISO 639-1
 * @param plannedOn the business date for which it is meant
 */
public record Draft(
    MessageId id,
    CreditorId creditor,
    DebtorId debtor,
    CaseId recovery,
    Decision.Send send,
    Currency currency,
    String language,
    LocalDate plannedOn) {}
