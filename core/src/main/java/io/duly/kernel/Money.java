package io.duly.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in minor units of one currency ({@code 12345} and EUR are 123.45 euros; {@code 500} and
 * JPY are 500 yen). Amounts of two currencies are never added.
 *
 * @param minor minor units, any sign, within a {@code long}
 * @param currency an ISO 4217 currency of 0 to 3 decimals
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  public Money {
    if (currency.getDefaultFractionDigits() < 0) {
      throw new IllegalArgumentException(currency + " is no currency that anything is paid in");
    }
  }

  /**
   * An amount in a currency named by its code.
   *
   * @throws IllegalArgumentException for a code that ISO 4217 does not know
   */
  public static Money ofMinor(long minor, String currencyCode) {
    return new Money(minor, Currency.getInstance(currencyCode));
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * Reads an amount in major units.
   *
   * @throws ArithmeticException where it has more decimals than the currency, or does not fit
   */
  public static Money ofMajor(BigDecimal major, Currency currency) {
    return new Money(
        major.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
  }

  /** Reads an amount in major units and rounds it half-even to the currency's decimals. */
  public static Money rounded(BigDecimal major, Currency currency) {
    int digits = currency.getDefaultFractionDigits();
    return ofMajor(major.setScale(digits, RoundingMode.HALF_EVEN), currency);
  }

  public BigDecimal major() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
  }

  /**
   * The sum.
   *
   * @throws CurrencyMismatch where the currencies differ
   * @throws ArithmeticException on overflow
   */
  public Money plus(Money other) {
    return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
  }

  /**
   * The difference.
   *
   * @throws CurrencyMismatch where the currencies differ
   * @throws ArithmeticException on overflow
   */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }

  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public boolean isPositive() {
    return minor > 0;
  }

  public boolean isZero() {
    return minor == 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, sameCurrency(other).minor);
  }

  /** The amount in major units without grouping, as files and JSON carry it: {@code 1234.50}. */
  public String plain() {
    return major().toPlainString();
  }

  /**
   * The amount with grouping and currency, as reasons and messages say it: {@code 1,234.50 EUR}.
   */
  @Override
  public String toString() {
    String digits = Long.toString(minor);
    int sign = minor < 0 ? 1 : 0;
    int decimals = currency.getDefaultFractionDigits();
    var text = new StringBuilder(32).append(digits);
    while (text.length() <= sign + decimals) {
      text.insert(sign, '0');
    }
    int point = text.length() - decimals;
    for (int at = point - 3; at > sign; at -= 3) {
      text.insert(at, ',');
      point++;
    }
    if (decimals > 0) {
      text.insert(point, '.');
    }
    return text.append(' ').append(currency.getCurrencyCode()).toString();
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new CurrencyMismatch(currency, other.currency);
    }
    return other;
  }
}
