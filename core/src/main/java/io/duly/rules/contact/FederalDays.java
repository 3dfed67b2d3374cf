package io.duly.rules.contact;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Set;

/**
 * The days that Regulation F counts: when a validation notice may be taken as received, and when the period to dispute ends
 * (12 CFR 1006.34 (b)(5)).
 */
public final class FederalDays {
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final int DAYS_TO_RECEIVE = 5;
  private static final int DAYS_TO_DISPUTE = 30;

  private FederalDays() {}

  /** The fifth day after sending, Saturdays, Sundays and federal holidays not counted. */
  public static LocalDate assumedReceipt(LocalDate sent) {
    LocalDate day = sent;
    for (int counted = 0; counted < DAYS_TO_RECEIVE; ) {
      day = day.plusDays(1);
      counted += WEEKEND.contains(day.getDayOfWeek()) || isHoliday(day) ? 0 : 1;
    }
    return day;
  }

  /** The last day on which the debt can be disputed. */
  public static LocalDate endOfValidation(LocalDate sent) {
    return assumedReceipt(sent).plusDays(DAYS_TO_DISPUTE);
  }

  /** A legal public holiday of 5 U.S.C. 6103, or the weekday on which one that falls on a weekend is kept. */
  public static boolean isHoliday(LocalDate day) {
    return isNamed(day)
        || (day.getDayOfWeek() == DayOfWeek.FRIDAY && isFixed(day.plusDays(1)))
        || (day.getDayOfWeek() == DayOfWeek.MONDAY && isFixed(day.minusDays(1)));
  }

  private static boolean isNamed(LocalDate day) {
    return isFixed(day)
        || isNth(day, Month.JANUARY, 3)
        || isNth(day, Month.FEBRUARY, 3)
        || (day.getMonth() == Month.MAY && day.equals(day.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY))))
        || isNth(day, Month.SEPTEMBER, 1)
        || isNth(day, Month.OCTOBER, 2)
        || (day.getMonth() == Month.NOVEMBER && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))));
  }

  private static boolean isFixed(LocalDate day) {
    return switch (day.getMonth()) {
      case JANUARY -> day.getDayOfMonth() == 1;
      case JUNE -> day.getDayOfMonth() == 19;
      case JULY -> day.getDayOfMonth() == 4;
      case NOVEMBER -> day.getDayOfMonth() == 11;
      case DECEMBER -> day.getDayOfMonth() == 25;
      default -> false;
    };
  }

  private static boolean isNth(LocalDate day, Month month, int nth) {
    return day.getMonth() == month && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.MONDAY)));
  }
}
