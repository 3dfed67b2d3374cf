package io.duly.kernel;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount as people type it: {@code 1234.56}, {@code 1.234,56}, {@code 1 234,5}, {@code 12'500}. The last of two kinds of
 * sign parts the decimals. One sign alone parts decimals too, unless exactly three digits follow: then the reader's own way
 * of writing decides, and {@code 1.250} is never 1.25 to one who writes {@code 1,250}. What can be neither is no amount.
 */
public final class TypedAmount {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F'’]");
  private static final Pattern PLAIN = Pattern.compile("\\d{1,15}");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([.,])\\d{3}(\\1\\d{3})*");

  private TypedAmount() {}

  /** Empty where it is none, or has more decimals than the currency. Never negative. */
  public static Optional<Money> of(String typed, Currency currency, Locale locale) {
    return plain(BLANKS.matcher(typed).replaceAll(""), DecimalFormatSymbols.getInstance(locale).getDecimalSeparator())
        .map(BigDecimal::new)
        .filter(amount -> amount.scale() <= Money.ofMinor(0, currency.getCurrencyCode()).major().scale() || isWhole(amount))
        .map(amount -> Money.ofMajor(amount, currency));
  }

  /** As {@code 1500.00} of a currency without decimals. */
  private static boolean isWhole(BigDecimal amount) {
    return amount.scale() <= 2 && amount.stripTrailingZeros().scale() <= 0;
  }

  private static Optional<String> plain(String text, char decimalHere) {
    int at = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    if (at < 0) {
      return Optional.of(text).filter(digits -> PLAIN.matcher(digits).matches());
    }
    var whole = text.substring(0, at);
    var rest = text.substring(at + 1);
    char sign = text.charAt(at);
    boolean alone = whole.indexOf('.') < 0 && whole.indexOf(',') < 0;
    if (whole.indexOf(sign) >= 0 || (alone && rest.length() == 3 && sign != decimalHere)) {
      return grouped(text);
    }
    return (alone ? Optional.of(whole).filter(digits -> PLAIN.matcher(digits).matches()) : grouped(whole))
        .filter(_ -> rest.matches("\\d{1,3}"))
        .map(digits -> digits + "." + rest);
  }

  private static Optional<String> grouped(String text) {
    return Optional.of(text).filter(one -> one.length() <= 20 && GROUPED.matcher(one).matches()).map(one -> one.replaceAll("[.,]", ""));
  }
}
