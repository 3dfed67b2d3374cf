package io.duly.matching;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Days in payers' texts, as days since 1970. */
final class Dates {
  private static final int COMPACT = 6;

  private Dates() {}

  /** @param year of two or four digits */
  static Optional<Integer> day(int year, int month, int day) {
    try {
      return Optional.of((int) LocalDate.of(year < 100 ? 2000 + year : year, month, day).toEpochDay());
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  /** Whether six digits are this day, as in {@code 310726}. */
  static boolean is(String text, int day) {
    if (text.length() != COMPACT || !Plain.allDigits(text)) {
      return false;
    }
    int digits = Integer.parseInt(text);
    return day(digits % 100, digits / 100 % 100, digits / 10_000).filter(found -> found == day).isPresent();
  }
}
