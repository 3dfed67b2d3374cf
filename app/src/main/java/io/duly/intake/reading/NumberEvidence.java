package io.duly.intake.reading;

import java.util.regex.Pattern;

/** Whether the numbers of a column went through a program that took them for amounts: {@code 1930659387.0}. */
final class NumberEvidence {
  private static final Pattern WITH_ZERO = Pattern.compile("\\d+\\.0");
  private boolean some;
  private boolean all = true;

  void add(String text) {
    if (!text.isEmpty() && all) {
      some = true;
      all = text.endsWith(".0") && WITH_ZERO.matcher(text).matches();
    }
  }

  boolean floats() {
    return some && all;
  }
}
