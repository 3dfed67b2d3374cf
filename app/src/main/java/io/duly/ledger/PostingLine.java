package io.duly.ledger;

import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One change of an invoice's balance, as a page shows it.
 *
 * @param kind {@code receipt}, {@code credit_note} or {@code write_off}
 * @param amount above zero where it lowers what is open, below zero for a reversal
 * @param source the receipt's reference or the credit note's number, where there is one
 * @param reversed a later posting undid it
 */
public record PostingLine(
    PostingId id,
    InvoiceId invoice,
    String kind,
    Money amount,
    LocalDate effectiveOn,
    String actor,
    Optional<String> source,
    Optional<String> why,
    boolean reversed) {}
