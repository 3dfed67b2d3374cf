package io.duly.rules;

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
        || MOVABLE.contains(Math.toIntExact(day.toEpochDay() - easter(day.getYear()).toEpochDay()));
  }

  /** Easter Sunday of the Gregorian calendar, as Gauss computes it with Lichtenberg's correction. */
  private static LocalDate easter(int year) {
    int century = year / 100;
    int moon = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
    int sun = 2 - (3 * century + 3) / 4;
    int cycle = year % 19;
    int seed = (19 * cycle + moon) % 30;
    int correction = (seed + cycle / 11) / 29;
    int fullMoon = 21 + seed - correction;
    int firstSunday = 7 - (year + year / 4 + sun) % 7;
    int distance = 7 - (fullMoon - firstSunday) % 7;
    return LocalDate.of(year, 3, 1).plusDays(fullMoon + distance - 1L);
  }
}
