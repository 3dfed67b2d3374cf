package io.duly.banking.export;

/**
 * A column of a list, and what it says.
 *
 * @param at from 0
 * @param decimal the sign before the decimals, where it holds amounts
 */
record Place(int at, Column column, char decimal) {}
