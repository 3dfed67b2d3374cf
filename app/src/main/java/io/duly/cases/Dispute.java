package io.duly.cases;

import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A contested amount on an invoice. While it is open that part is neither chased nor charged; the rest goes on.
 *
 * @param answerDueOn the day by which we owe the debtor an answer
 */
public record Dispute(
    UUID id,
    InvoiceId invoice,
    String invoiceNumber,
    Money amount,
    String why,
    LocalDate openedOn,
    LocalDate answerDueOn,
    Optional<LocalDate> closedOn,
    Optional<DisputeOutcome> outcome) {}
