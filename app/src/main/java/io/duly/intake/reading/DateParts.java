package io.duly.intake.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as written, before anybody says what stands for the day and what for the month.
 *
 * @param yearFirst the first number is the year and the second the month: nothing is left to say
 * @param separator between the numbers
 */
record DateParts(int first, int second, int third, boolean yearFirst, char separator) {
  private static final int EARLIEST_YEAR = 1970;
  private static final int LATEST_YEAR = 2199;

  /** Takes a text apart; a time behind the date is left out. Null where it is no date in numbers. */
  static @Nullable DateParts of(String text) {
    int end = endOfDate(text);
    if (end >= 8 && digits(text, 0, 8)) {
      return compact(text, end);
    }
    int one = endOfDigits(text, 0);
    int two = one + 1 < end ? endOfDigits(text, one + 1) : one;
    if (one < 1 || two <= one + 1 || two + 1 >= end || text.charAt(one) != text.charAt(two) || !separates(text.charAt(one))) {
      return null;
    }
    int three = endOfDigits(text, two + 1);
    return three == end ? separated(text, one, two, three) : null;
  }

  private static @Nullable DateParts separated(String text, int one, int two, int three) {
    if (one > 4 || two - one > 3 || three - two > 5) {
      return null;
    }
    int last = number(text, two + 1, three);
    boolean yearFirst = one == 4;
    boolean shortYear = three - two == 3;
    int third = !yearFirst && shortYear ? last + (last < 70 ? 2000 : 1900) : last;
    boolean plausible = yearFirst ? three - two <= 3 : one <= 2 && (shortYear || three - two == 5);
    return plausible
        ? new DateParts(number(text, 0, one), number(text, one + 1, two), third, yearFirst, text.charAt(one))
        : null;
  }

  private static @Nullable DateParts compact(String text, int end) {
    boolean whole = end == 8 || (text.startsWith(".0", 8) && end == 10);
    return whole ? new DateParts(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8), true, '0') : null;
  }

  Optional<LocalDate> in(DateOrder order) {
    if (yearFirst) {
      return day(first, second, third);
    }
    return switch (order) {
      case DMY -> day(third, second, first);
      case MDY -> day(third, first, second);
      case YMD -> day(2000 + first, second, third % 100);
    };
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    boolean there =
        year >= EARLIEST_YEAR && year <= LATEST_YEAR && month >= 1 && month <= 12 && day >= 1
            && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    return there ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
  }

  private static int endOfDate(String text) {
    for (int at = 6; at < text.length(); at++) {
      char one = text.charAt(at);
      if ((one == 'T' || one == ' ') && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
        return text.indexOf(':', at) > 0 ? at : text.length();
      }
    }
    return text.length();
  }

  private static boolean separates(char one) {
    return one == '-' || one == '/' || one == '.' || one == ' ';
  }

  private static boolean digits(String text, int from, int to) {
    return text.length() >= to && endOfDigits(text, from) >= to;
  }

  private static int endOfDigits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
