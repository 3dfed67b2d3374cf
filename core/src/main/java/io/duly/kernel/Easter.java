package io.duly.kernel;

import java.time.LocalDate;

/** Easter of the Gregorian calendar, from which holidays are counted. */
public final class Easter {
  private Easter() {}

  /** As Gauss computes it with Lichtenberg's correction. */
  public static LocalDate sunday(int year) {
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
