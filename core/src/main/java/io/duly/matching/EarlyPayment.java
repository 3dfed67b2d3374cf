package io.duly.matching;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a creditor lets everybody take off who pays early: {@code 2 %} within {@code 10} days.
 *
 * @param percent above 0 and below 100
 * @param days after the day of the invoice, 0 to 365
 */
public record EarlyPayment(BigDecimal percent, int days) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int LONGEST = 365;

  public EarlyPayment {
    if (percent.signum() <= 0 || percent.compareTo(HUNDRED) >= 0 || days < 0 || days > LONGEST) {
      throw new IllegalArgumentException("A discount is above 0 and below 100 percent within 0 to 365 days, not " + percent.toPlainString() + " percent within " + days);
    }
  }

  /** On an invoice; empty where it is less than half of the smallest unit. */
  public Optional<Discount> on(Money gross, LocalDate issued) {
    long less = BigDecimal.valueOf(gross.minor()).multiply(percent).divide(HUNDRED, 0, RoundingMode.HALF_UP).longValueExact();
    return less > 0 && less < gross.minor() ? Optional.of(new Discount(issued.plusDays(days), new Money(less, gross.currency()))) : Optional.empty();
  }
}
