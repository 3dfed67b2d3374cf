package io.duly.strategy;

import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * Up to which day it is known what came in.
 *
 * @param isHoliday of the creditor's country: on such a day, as at a weekend, banks book nothing
 */
public record BankData(LocalDate of, Predicate<LocalDate> isHoliday) {}
