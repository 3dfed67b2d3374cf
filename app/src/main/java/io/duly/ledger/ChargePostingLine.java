package io.duly.ledger;

import io.duly.kernel.ChargeId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One change of a charge's balance, as a page shows it.
 *
 * @param kind {@code receipt}, {@code credit_note}, {@code waiver} or {@code cancellation}
 * @param amount above zero where it lowers what is open, below zero for a reversal
 * @param from the receipt or credit note, where there is one
 * @param source the receipt's reference or the credit note's number
 * @param reversed a later posting undid it
 */
public record ChargePostingLine(
    PostingId id,
    ChargeId charge,
    String kind,
    Money amount,
    LocalDate effectiveOn,
    String actor,
    Optional<UUID> from,
    Optional<String> source,
    Optional<String> why,
    boolean reversed) {}
