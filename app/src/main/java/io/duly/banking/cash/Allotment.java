package io.duly.banking.cash;

import io.duly.kernel.Money;
import java.util.Optional;

/**
 * What a person says is to go to an invoice.
 *
 * @param invoice its number
 * @param amount above zero; as much as is left and open where it is not said
 */
public record Allotment(String invoice, Optional<Money> amount) {}
