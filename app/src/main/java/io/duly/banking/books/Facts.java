package io.duly.banking.books;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What a payment can be known again by; texts as capitals and digits only, empty where the bank does not say.
 *
 * @param amount minor units, above zero came in
 */
record Facts(
    LocalDate day, long amount, String currency, boolean reversal, String bankReference, String endToEnd, String account, String name, String text) {

  static String plain(String written) {
    return written.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  long daysFrom(Facts other) {
    return Math.abs(day.toEpochDay() - other.day.toEpochDay());
  }

  /** Two payers, or two references of one payer, are two payments. */
  boolean contradicts(Facts other) {
    return differ(endToEnd, other.endToEnd) || differ(account, other.account);
  }

  /** Nor do two names or two texts that have nothing in common mean the same. */
  boolean contradictsInWords(Facts other) {
    return contradicts(other) || apart(name, other.name) || apart(text, other.text);
  }

  private static boolean differ(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }

  private static boolean apart(String one, String other) {
    return differ(one, other) && !one.contains(other) && !other.contains(one);
  }
}
