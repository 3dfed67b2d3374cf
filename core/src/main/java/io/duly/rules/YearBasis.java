package io.duly.rules;

import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;

/** Over how many days a year's interest is spread. */
public enum YearBasis {
  /** 365 days, in leap years too. */
  ACTUAL_365,
  /** As many as the calendar year has: 365 or 366. */
  ACTUAL_ACTUAL,
  /** A month counted from the first day of interest is a twelfth, whatever its length. */
  TWELFTHS;

  int daysInYear(LocalDate day, LocalDate start) {
    return switch (this) {
      case ACTUAL_365 -> 365;
      case ACTUAL_ACTUAL -> Year.of(day.getYear()).length();
      case TWELFTHS -> 12 * monthLength(day, start);
    };
  }

  private static int monthLength(LocalDate day, LocalDate start) {
    long months = ChronoUnit.MONTHS.between(start, day);
    while (!start.plusMonths(months + 1).isAfter(day)) {
      months++;
    }
    return Math.toIntExact(
        ChronoUnit.DAYS.between(start.plusMonths(months), start.plusMonths(months + 1)));
  }

  /** Whether the length of a year may be another from this day on. */
  boolean changesOn(LocalDate day, LocalDate start) {
    return switch (this) {
      case ACTUAL_365 -> false;
      case ACTUAL_ACTUAL -> day.getDayOfYear() == 1;
      case TWELFTHS -> isRest(day, start);
    };
  }

  private static boolean isRest(LocalDate day, LocalDate start) {
    return day.equals(
        start.plusMonths(
            ChronoUnit.MONTHS.between(start.withDayOfMonth(1), day.withDayOfMonth(1))));
  }
}
