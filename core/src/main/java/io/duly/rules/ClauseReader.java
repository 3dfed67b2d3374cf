package io.duly.rules;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads clauses of terms that can mean one thing only. Whatever else they say has to be given in
 * figures: a charge is never computed from a guess.
 */
public final class ClauseReader {
  private static final String NUMBER = "(\\d{1,3}(?:[.,]\\d{1,4})?)";
  private static final String PERCENT = "\\s*(?:%|per ?cent|percent|prozent)\\s*";
  private static final String YEAR =
      "(?:p\\.? ?a\\.?|per annum|per year|a year|yearly|annually|jährlich|pro jahr|im jahr)";
  private static final String MONTH =
      "(?:p\\.? ?m\\.?|per month|a month|monthly|monatlich|pro monat|im monat)";
  private static final Pattern YEARLY = Pattern.compile(NUMBER + PERCENT + YEAR);
  private static final Pattern MONTHLY = Pattern.compile(NUMBER + PERCENT + MONTH);

  /** The one reference that moves with the half-years and nothing else, so that its name says all. */
  private static final Pattern ABOVE_BASIS =
      Pattern.compile(
          NUMBER
              + "\\s*(?:%-?punkte|prozentpunkte|percentage points|points)\\s*"
              + "(?:über dem |above the |over the )(?:jeweiligen )?basiszinssatz");

  private static final Pattern SHARE = Pattern.compile(NUMBER + PERCENT);
  private static final String WHOLE = "(\\d{1,7}(?:[.,]\\d{2})?)";
  private static final Pattern SUM =
      Pattern.compile("(?:([a-z]{3}|€|£) ?" + WHOLE + "|" + WHOLE + " ?([a-z]{3}|€|£))");

  private ClauseReader() {}

  /** A rate, as in {@code 8 % p.a.} or {@code 1.5 % per month}; simple, for it says nothing else. */
  public static Optional<Terms.AgreedInterest> interest(String words) {
    String text = plain(words);
    return match(YEARLY, text)
        .map(found -> simple(number(found.group(1))))
        .or(
            () ->
                match(MONTHLY, text)
                    .map(found -> simple(number(found.group(1)).multiply(BigDecimal.valueOf(12)))))
        .or(
            () ->
                match(ABOVE_BASIS, text)
                    .map(
                        found ->
                            new Terms.AgreedInterest(
                                number(found.group(1)),
                                Optional.of("basiszinssatz"),
                                Compounding.NONE)));
  }

  /** A sum, as in {@code 25.00 EUR}, or a share of what is late, as in {@code 2 %}. */
  public static Optional<Terms.LateFee> lateFee(String words, Currency currency) {
    return sum(words)
        .filter(sum -> sum.currency().equals(currency))
        .map(sum -> new Terms.LateFee(sum, BigDecimal.ZERO))
        .or(
            () ->
                match(SHARE, plain(words))
                    .map(
                        found ->
                            new Terms.LateFee(Money.zero(currency), number(found.group(1)))));
  }

  /** A sum with its currency, as in {@code EUR 250}; empty where it could be two. */
  public static Optional<Money> sum(String words) {
    return match(SUM, plain(words))
        .flatMap(
            found ->
                found.group(1) == null
                    ? money(found.group(3), found.group(4))
                    : money(found.group(2), found.group(1)));
  }

  private static Optional<Money> money(String digits, String currency) {
    try {
      return Optional.of(Money.ofMajor(number(digits), currency(currency)));
    } catch (IllegalArgumentException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static Currency currency(String sign) {
    return Currency.getInstance(
        switch (sign) {
          case "€" -> "EUR";
          case "£" -> "GBP";
          default -> sign.toUpperCase(Locale.ROOT);
        });
  }

  private static Terms.AgreedInterest simple(BigDecimal yearly) {
    return new Terms.AgreedInterest(yearly, Compounding.NONE);
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits.replace(',', '.'));
  }

  private static Optional<Matcher> match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }

  private static String plain(String words) {
    String text = words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    return text.length() > 100 ? "" : text;
  }
}
