package io.duly.banking.statement;

import io.duly.kernel.Money;
import java.time.LocalDate;

/**
 * What was on the account.
 *
 * @param amount minor units, below zero for an overdrawn account
 * @param day the day as the bank gives it
 */
public record Balance(Money amount, LocalDate day) {}
