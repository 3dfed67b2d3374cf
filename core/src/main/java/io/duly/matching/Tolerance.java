package io.duly.matching;

import io.duly.kernel.Money;
import java.util.Optional;

/**
 * What a creditor lets go by itself where it is paid short.
 *
 * @param usual discount on invoices that say nothing of one
 * @param graceDays so many days too late a discount is granted all the same, 0 to 60
 * @param charges of banks, at most so much a payment, in this currency alone
 */
public record Tolerance(Optional<EarlyPayment> usual, int graceDays, Optional<Money> charges) {
  public static final Tolerance NONE = new Tolerance(Optional.empty(), 0, Optional.empty());
  private static final int LONGEST = 60;

  public Tolerance {
    if (graceDays < 0 || graceDays > LONGEST) {
      throw new IllegalArgumentException("Days of grace are 0 to " + LONGEST + ", not " + graceDays);
    }
    if (charges.filter(most -> !most.isPositive()).isPresent()) {
      throw new IllegalArgumentException("Bank charges that are let go are above zero, or none");
    }
  }

  boolean bears(Money lacking) {
    return charges.filter(most -> most.currency().equals(lacking.currency()) && lacking.compareTo(most) <= 0).isPresent();
  }
}
