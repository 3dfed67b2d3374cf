package io.duly.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The yearly rate, interest upon interest, at which payments later are worth what was given now: the annual percentage rate of
 * Directive 2008/48/EC, Annex I, with years of 365 days.
 */
public final class YearlyRate {
  private static final double DAYS_OF_A_YEAR = 365;
  private static final double HIGHEST = 1e9;
  private static final int STEPS = 200;
  private static final int DIGITS = 10;

  private YearlyRate() {}

  /**
   * Paid back.
   *
   * @param days after what was given; zero or more
   * @param amount above zero
   */
  public record Back(long days, BigDecimal amount) {}

  /**
   * A fraction, 0.05 being 5 % a year; less than zero where less comes back than was given.
   *
   * @throws IllegalArgumentException where nothing was given or nothing comes back, or no rate below a thousand million fits
   */
  public static BigDecimal of(BigDecimal given, List<Back> back) {
    if (given.signum() <= 0 || back.isEmpty() || back.stream().anyMatch(one -> one.days() < 0 || one.amount().signum() <= 0)) {
      throw new IllegalArgumentException("A yearly rate takes an amount given and payments back, each above zero and none before it.");
    }
    if (back.stream().allMatch(one -> one.days() == 0)) {
      return atOnce(given, back);
    }
    double low = -1;
    double high = HIGHEST;
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      boolean tooLow = worth(back, middle) > given.doubleValue();
      low = tooLow ? middle : low;
      high = tooLow ? high : middle;
    }
    return rounded(high);
  }

  private static BigDecimal atOnce(BigDecimal given, List<Back> back) {
    if (back.stream().map(Back::amount).reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(given) != 0) {
      throw new IllegalArgumentException("No yearly rate makes another amount of what is paid back at once.");
    }
    return BigDecimal.ZERO;
  }

  private static double worth(List<Back> back, double rate) {
    return back.stream().mapToDouble(one -> one.amount().doubleValue() / Math.pow(1 + rate, one.days() / DAYS_OF_A_YEAR)).sum();
  }

  private static BigDecimal rounded(double rate) {
    if (rate >= HIGHEST / 2) {
      throw new IllegalArgumentException("The yearly rate is beyond all measure.");
    }
    return new BigDecimal(rate, MathContext.DECIMAL64).setScale(DIGITS, RoundingMode.HALF_UP);
  }
}
