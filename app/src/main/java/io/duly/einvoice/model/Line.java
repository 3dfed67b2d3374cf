package io.duly.einvoice.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One line: what was delivered, how much of it, at which price, for which net amount.
 *
 * @param price of one
 * @param adjusted charges less discounts on this line, in {@code net}
 */
public record Line(Optional<String> id, String text, Optional<BigDecimal> quantity, Optional<BigDecimal> price, BigDecimal adjusted, Optional<BigDecimal> net) {}
