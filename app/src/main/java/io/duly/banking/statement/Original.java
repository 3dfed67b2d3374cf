package io.duly.banking.statement;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What was instructed in another currency.
 *
 * @param amount minor units of that currency, above zero
 * @param rate as the bank gives it; which way round it is quoted differs by bank
 */
public record Original(Money amount, Optional<BigDecimal> rate) {}
