package io.duly.plans;

import io.duly.kernel.Money;
import java.time.LocalDate;

/**
 * An amount on a day.
 *
 * @param amount above zero
 */
public record Instalment(LocalDate dueOn, Money amount) {
  public Instalment {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("An instalment is above zero, not " + amount + ".");
    }
  }
}
