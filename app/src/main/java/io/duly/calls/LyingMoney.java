package io.duly.calls;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Money, or a credit note, that is a debtor's or could be, and is set against no invoice.
 *
 * @param id of the receipt or the credit note
 * @param certain it is theirs; false: it could be
 * @param left what is not allocated of it
 * @param words what the payer wrote, or the number of the credit note
 * @param because why it could be theirs, where it only could be
 */
public record LyingMoney(UUID id, boolean credit, boolean certain, Money left, LocalDate on, Optional<String> payer, Optional<String> words, Optional<String> because) {}
