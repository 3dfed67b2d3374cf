package io.duly.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How often interest that ran is added to what bears interest. Counted from the first day of
 * interest.
 */
public enum Compounding {
  NONE(0),
  YEARLY(12),
  MONTHLY(1);

  private final int months;

  Compounding(int months) {
    this.months = months;
  }

  /** Whether interest that ran until the day before is added on this day. */
  boolean addsOn(LocalDate day, LocalDate start) {
    if (months == 0 || !day.isAfter(start)) {
      return false;
    }
    long passed = ChronoUnit.MONTHS.between(start.withDayOfMonth(1), day.withDayOfMonth(1));
    return passed % months == 0 && start.plusMonths(passed).equals(day);
  }
}
