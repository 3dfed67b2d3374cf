package io.duly.rules;

import io.duly.kernel.Easter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** What becomes of the last day of a period that ends on no working day. */
public enum LastDay {
  STAYS,
  /**
   * Moves to the next day that is no Saturday, Sunday or holiday of all of Germany (BGB § 193);
   * holidays of single states are not counted.
   */
  GERMAN_WORKING_DAY;

  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(10, 3),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26));
  /** Good Friday, Easter Monday, Ascension and Whit Monday, in days from Easter Sunday. */
  private static final Set<Integer> MOVABLE = Set.of(-2, 1, 39, 50);

  /** The day itself, or the one that it moves to. */
  public LocalDate of(LocalDate day) {
    LocalDate last = day;
    while (this == GERMAN_WORKING_DAY && isFree(last)) {
      last = last.plusDays(1);
    }
    return last;
  }

  private static boolean isFree(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0
        || FIXED.contains(MonthDay.from(day))
        || MOVABLE.contains(Math.toIntExact(day.toEpochDay() - Easter.sunday(day.getYear()).toEpochDay()));
  }
}
