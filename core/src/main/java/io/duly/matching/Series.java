package io.duly.matching;

import java.util.BitSet;
import java.util.Set;

/** Numbers that a payer shortens: {@code 4711/12/13}, {@code 4711,12}, {@code 4711-4715}, {@code 4711 bis 15}. */
final class Series {
  private static final int LONGEST_RANGE = 60;
  private static final Set<String> LISTS = Set.of("", ",", "/", "+", "&", ";", ".", "\\");
  private static final Set<String> RANGES = Set.of("-", "–", "—", "BIS", "TO", "TOT", "AU", "T/M", "TM", "THRU", "..", "...");
  private static final Set<String> AND = Set.of("UND", "AND", "ET", "EN", "U", "E", "Y", "OG", "OCH", "JA", "BIS", "TO", "TOT", "AU", "THRU", "TM", "T", "M");

  private final Tokens tokens;

  Series(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Takes what a shortened number stands for. */
  interface Taker {
    void take(String number, boolean inRange);
  }

  /**
   * Looks at what follows a number.
   *
   * @param number as its runs were put together; {@code last} of them ends it
   */
  void after(String number, int last, Taker taker, BitSet used) {
    int at = last;
    var before = number;
    while (true) {
      var between = new StringBuilder();
      int next = next(at, between);
      if (next < 0) {
        return;
      }
      var text = tokens.get(next).text();
      var sign = between.toString();
      if (text.length() > before.length() || !endsInDigits(before, text.length())) {
        return;
      }
      var full = before.substring(0, before.length() - text.length()) + text;
      boolean range = RANGES.contains(sign);
      if (!range && !LISTS.contains(sign) && !AND.contains(sign)) {
        return;
      }
      if (range) {
        expand(before, full, taker);
      }
      taker.take(full, range);
      if (text.length() < digitsAtEnd(before)) {
        used.set(next);
      }
      before = full;
      at = next;
    }
  }

  /** The next run of digits; what stands between goes without blanks into {@code between}. */
  private int next(int at, StringBuilder between) {
    if (at + 1 >= tokens.size()) {
      return -1;
    }
    between.append(tokens.gap(at).replaceAll("\\s", ""));
    int next = at + 1;
    while (next < tokens.size() - 1 && next <= at + 2 && AND.contains(tokens.get(next).text())) {
      between.append(tokens.get(next).text()).append(tokens.gap(next).replaceAll("\\s", ""));
      next++;
    }
    var token = tokens.get(next);
    return Plain.allDigits(token.text()) && token.role() != Token.Role.OTHER && token.role() != Token.Role.ORDER && token.role() != Token.Role.CUSTOMER
        ? next
        : -1;
  }

  private static boolean endsInDigits(String text, int length) {
    return digitsAtEnd(text) >= length;
  }

  private static int digitsAtEnd(String text) {
    int from = text.length();
    while (from > 0 && Plain.isDigit(text.charAt(from - 1))) {
      from--;
    }
    return text.length() - from;
  }

  private static void expand(String from, String to, Taker taker) {
    int width = Math.min(9, digitsAtEnd(from));
    var stem = from.substring(0, from.length() - width);
    int first = Integer.parseInt(from.substring(from.length() - width));
    int last = to.startsWith(stem) ? Integer.parseInt(to.substring(to.length() - width)) : first;
    if (last - first > LONGEST_RANGE) {
      return;
    }
    for (int number = first + 1; number < last; number++) {
      var digits = Integer.toString(number);
      taker.take(stem + "0".repeat(width - digits.length()) + digits, true);
    }
  }
}
