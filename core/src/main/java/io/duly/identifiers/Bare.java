package io.duly.identifiers;

import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers without what people put between the digits. */
final class Bare {
  private static final int LONGEST = 100;
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\u00a0\\u202f.,:/()\\-\\u2010-\\u2015]+");

  private Bare() {}

  /** In capitals; cut off where it is longer than any number. */
  static String of(String text) {
    var some = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return BETWEEN.matcher(some).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /** As {@link #of}, with its capitals and small letters. */
  static String asTyped(String text) {
    return BETWEEN.matcher(text.length() > LONGEST ? text.substring(0, LONGEST) : text).replaceAll("");
  }

  /** The number of the digits from {@code from} to {@code to}. */
  static long number(String digits, int from, int to) {
    return Long.parseLong(digits, from, to, 10);
  }

  static int digit(String digits, int at) {
    return digits.charAt(at) - '0';
  }

  static boolean digits(String text) {
    return !text.isEmpty() && text.chars().allMatch(one -> one >= '0' && one <= '9');
  }
}
