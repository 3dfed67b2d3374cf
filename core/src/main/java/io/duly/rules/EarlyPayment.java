package io.duly.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Less for those who pay early, as in "2/10 net 30".
 *
 * @param percent less; zero or more, below 100
 * @param days within which it is less; zero or more
 * @param netDays within which all of it is due; more than {@code days}
 */
public record EarlyPayment(BigDecimal percent, long days, long netDays) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal DAYS_OF_A_YEAR = BigDecimal.valueOf(365);

  /** @throws IllegalArgumentException with a sentence where it is no such offer */
  public EarlyPayment {
    if (percent.signum() < 0 || percent.compareTo(HUNDRED) >= 0) {
      throw new IllegalArgumentException("A discount is at least 0 and below 100 percent, not " + percent.toPlainString() + ".");
    }
    if (days < 0 || netDays <= days) {
      throw new IllegalArgumentException("A discount for paying within " + days + " days needs a due date after that, not after " + netDays + " days.");
    }
  }

  /** What the seller gives up of what it gets, as a fraction. */
  public BigDecimal cost() {
    return percent.divide(HUNDRED.subtract(percent), MathContext.DECIMAL64);
  }

  /** The same over a year, without interest upon interest. */
  public BigDecimal yearlyCost() {
    return cost().multiply(DAYS_OF_A_YEAR).divide(BigDecimal.valueOf(netDays - days), MathContext.DECIMAL64);
  }

  /** The same with interest upon interest: the rate of a loan over the days between. */
  public BigDecimal yearlyRate() {
    return YearlyRate.of(HUNDRED.subtract(percent), List.of(new YearlyRate.Back(netDays - days, HUNDRED)));
  }
}
