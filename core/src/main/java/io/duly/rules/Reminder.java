package io.duly.rules;

import io.duly.kernel.Money;
import java.time.LocalDate;

/**
 * A reminder that went out.
 *
 * @param on the day
 * @param cost what it cost to print and send, not what it was worth
 */
public record Reminder(LocalDate on, Money cost) {}
