package io.duly.rules;

import io.duly.kernel.Money;
import java.time.LocalDate;

/**
 * Evidenced costs up to what the terms allow, as far as the fixed sum does not cover them.
 *
 * @param basis the clause
 * @param most the most that the debtor bears
 */
record AgreedCosts(Basis basis, Money most) implements CostRule {

  @Override
  public AppliesTo appliesTo() {
    return AppliesTo.EVERYBODY;
  }

  @Override
  public LocalDate contractsFrom() {
    return LocalDate.MIN;
  }

  @Override
  public ChargeAnswer on(Late late) {
    return CostRule.spent(late)
        .map(costs ->
            above(
                late,
                late.asOf(),
                costs.min(most),
                "evidenced costs of " + costs + ", at most " + most))
        .orElseGet(() -> none("No evidenced costs of recovery are noted"));
  }
}
