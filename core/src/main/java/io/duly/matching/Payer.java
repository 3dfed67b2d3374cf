package io.duly.matching;

/**
 * A debtor that may have paid.
 *
 * @param strength 1 alike, 2 by name or customer number, 3 by an account that paid for this debtor alone
 */
record Payer(int debtor, int strength, Why why) {}
