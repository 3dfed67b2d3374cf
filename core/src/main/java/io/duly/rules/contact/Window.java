package io.duly.rules.contact;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * The days over which contacts are counted together. Every window that a day lies in is looked at,
 * those that begin later too: a contact written down late must not fill an earlier one twice.
 *
 * @param days how many, of rolling ones
 */
record Window(Unit unit, int days) {

  enum Unit {
    /** So many days on end, whichever they are. */
    ROLLING,
    DAY,
    WEEK,
    MONTH
  }

  Window {
    if (unit == Unit.ROLLING && (days < 1 || days > 366)) {
      throw new IllegalArgumentException("A rolling window has 1 to 366 days, not " + days);
    }
  }

  /** The first day of the first window that a day lies in. */
  LocalDate firstStart(LocalDate day) {
    return switch (unit) {
      case ROLLING -> day.minusDays(days - 1L);
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /** The first day of the last window that a day lies in. */
  LocalDate lastStart(LocalDate day) {
    return unit == Unit.ROLLING ? day : firstStart(day);
  }

  /** The day after a window's last. */
  LocalDate end(LocalDate start) {
    return switch (unit) {
      case ROLLING -> start.plusDays(days);
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
    };
  }

  @Override
  public String toString() {
    return switch (unit) {
      case ROLLING -> days + " days on end";
      case DAY -> "a day";
      case WEEK -> "a week";
      case MONTH -> "a month";
    };
  }
}
