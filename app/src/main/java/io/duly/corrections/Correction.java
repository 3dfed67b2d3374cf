package io.duly.corrections;

import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.util.Optional;

/**
 * What is taken off an invoice because it was wrong.
 *
 * @param amount above zero, at most what was not credited yet; empty for all of that
 * @param number of the credit note, where the creditor's books have one already
 * @param why in our own words
 */
public record Correction(InvoiceId invoice, Optional<Money> amount, Mistake mistake, Optional<String> number, String why) {}
