package io.duly.rules;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact number, so that a sum over parts is the whole and rounding happens once, when something
 * is posted. Interest is a fraction of minor units.
 *
 * @param numerator carries the sign
 * @param denominator above zero, without a common divisor
 */
public record Fraction(BigInteger numerator, BigInteger denominator)
    implements Comparable<Fraction> {
  public static final Fraction ZERO = of(0);

  public Fraction {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException(
          "A fraction has a denominator above zero, not " + denominator);
    }
    BigInteger common = numerator.gcd(denominator);
    numerator = numerator.divide(common);
    denominator = denominator.divide(common);
  }

  public static Fraction of(long whole) {
    return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  public static Fraction of(BigDecimal value) {
    return value.scale() <= 0
        ? new Fraction(value.toBigIntegerExact(), BigInteger.ONE)
        : new Fraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
  }

  public Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Fraction minus(Fraction other) {
    return plus(new Fraction(other.numerator.negate(), other.denominator));
  }

  public Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  public Fraction times(long factor) {
    return times(of(factor));
  }

  public Fraction dividedBy(long divisor) {
    return new Fraction(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
  }

  public Fraction atLeastZero() {
    return numerator.signum() < 0 ? ZERO : this;
  }

  public int signum() {
    return numerator.signum();
  }

  /**
   * This many minor units, as an amount.
   *
   * @throws ArithmeticException where it does not fit a {@code long}
   */
  public Money toMoney(Currency currency, RoundingMode rounding) {
    BigDecimal minor = new BigDecimal(numerator).divide(new BigDecimal(denominator), 0, rounding);
    return new Money(minor.longValueExact(), currency);
  }

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }
}
