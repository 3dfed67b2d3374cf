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
    Optional<LocalDate> closedOn,
    Optional<DisputeOutcome> outcome) {}
