package io.duly.talk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * The days on which money can move: no Saturday, no Sunday, no holiday.
 *
 * @param isHoliday of the place
 */
public record BankDays(Predicate<LocalDate> isHoliday) {
  private static final int FURTHEST = 31;

  public boolean isOne(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday.test(day);
  }

  /** That day, or the first bank day after it. */
  public LocalDate onOrAfter(LocalDate day) {
    return nearest(day, 1);
  }

  /** That day, or the last bank day before it. */
  public LocalDate onOrBefore(LocalDate day) {
    return nearest(day, -1);
  }

  private LocalDate nearest(LocalDate from, int step) {
    LocalDate day = from;
    for (int tried = 0; tried < FURTHEST; tried++) {
      if (isOne(day)) {
        return day;
      }
      day = day.plusDays(step);
    }
    throw new IllegalStateException("There is no bank day within " + FURTHEST + " days of " + from + ": look at the calendar of holidays.");
  }
}
