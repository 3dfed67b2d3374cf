package io.duly.ledger;

import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of an account as of a day: what was owed and what became of it.
 *
 * @param paid by receipts, {@code credited} by credit notes, {@code writtenOff}: each net of reversals up to the day
 * @param open gross less the three
 * @param settledOn the day the invoice became settled, where it was by then
 */
public record InvoiceLine(
    InvoiceId id,
    String number,
    LocalDate issuedOn,
    LocalDate dueOn,
    Money gross,
    Money paid,
    Money credited,
    Money writtenOff,
    Money open,
    Optional<LocalDate> settledOn) {}
