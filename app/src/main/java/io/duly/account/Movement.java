package io.duly.account;

import io.duly.kernel.ChargeId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One change of the balance of an invoice, or of a charge on it.
 *
 * @param charge empty where it is the principal that changed
 * @param onCharge the kind of that charge, as in {@code late_fee}
 * @param kind {@code receipt}, {@code credit_note}, {@code write_off}, {@code waiver} or {@code cancellation}
 * @param from the receipt or credit note it comes from
 * @param source the receipt's reference, or the number of the credit note
 * @param amount above zero where it lowers what is open, below zero where it undoes that
 * @param reversed a later one undid it by the day
 */
public record Movement(
    PostingId id,
    InvoiceId invoice,
    String invoiceNumber,
    Optional<ChargeId> charge,
    Optional<String> onCharge,
    String kind,
    Optional<UUID> from,
    Optional<String> source,
    Money amount,
    LocalDate effectiveOn,
    String actor,
    Optional<String> why,
    boolean reversed) {}
