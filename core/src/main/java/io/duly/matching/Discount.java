package io.duly.matching;

import io.duly.kernel.Money;
import java.time.LocalDate;

/**
 * Less for who pays an invoice early, as it was granted.
 *
 * @param until the last day
 * @param amount above zero, less than the invoice
 */
public record Discount(LocalDate until, Money amount) {

  public Discount {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("A discount is above zero, not " + amount);
    }
  }
}
