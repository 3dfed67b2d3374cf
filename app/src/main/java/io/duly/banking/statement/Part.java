package io.duly.banking.statement;

import io.duly.kernel.Money;

/**
 * One payment of a batch that the bank booked as one sum.
 *
 * @param amount minor units in the currency of the entry, above zero came in
 */
public record Part(Money amount, Details details) {}
