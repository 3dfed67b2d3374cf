package io.duly.rules;

import io.duly.kernel.Money;
import io.duly.rules.AllocationRule.Part;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A debt as a payment finds it.
 *
 * @param id by which directions name it
 * @param dueOn the day it was or is due
 * @param costs compensation, fees and costs of recovery that are open
 * @param interest that ran and is open
 * @param principal that is open
 * @param disputed how much of the principal is contested
 * @param secured whether the creditor holds security for it
 * @param yearlyPercent of interest that it bears, the measure of what weighs most
 * @param resting whether the law or the creditor holds it in peace, as in a breathing space
 */
public record Debt(
    String id,
    LocalDate dueOn,
    Money costs,
    Money interest,
    Money principal,
    Money disputed,
    boolean secured,
    BigDecimal yearlyPercent,
    boolean resting) {

  public Debt {
    if (costs.minor() < 0
        || interest.minor() < 0
        || principal.minor() < 0
        || disputed.minor() < 0) {
      throw new IllegalArgumentException("What is open of " + id + " is not below zero");
    }
    costs.plus(interest).plus(principal).plus(disputed);
  }

  /** An undisputed, unsecured debt. */
  public static Debt open(
      String id, LocalDate dueOn, Money costs, Money interest, Money principal) {
    return new Debt(
        id,
        dueOn,
        costs,
        interest,
        principal,
        Money.zero(principal.currency()),
        false,
        BigDecimal.ZERO,
        false);
  }

  /**
   * What of a part a payment may go to; the disputed part only where the debtor named this debt.
   */
  Money payable(Part part, boolean named) {
    return switch (part) {
      case COSTS -> costs;
      case INTEREST -> interest;
      case PRINCIPAL -> named ? principal : undisputed();
    };
  }

  private Money undisputed() {
    return new Money(Math.max(0, principal.minor() - disputed.minor()), principal.currency());
  }

  Money payable(boolean named) {
    return costs.plus(interest).plus(payable(Part.PRINCIPAL, named));
  }
}
