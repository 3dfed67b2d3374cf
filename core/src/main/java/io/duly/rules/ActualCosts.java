package io.duly.rules;

import java.time.LocalDate;

/**
 * Reasonable costs that were really incurred, as far as the fixed sum does not cover them.
 *
 * @param basis what they stand on
 * @param appliesTo to whom
 * @param contractsFrom the first day of contracts that have it
 */
public record ActualCosts(Basis basis, AppliesTo appliesTo, LocalDate contractsFrom)
    implements CostRule {

  @Override
  public ChargeAnswer on(Late late) {
    return CostRule.spent(late)
        .map(costs -> above(late, late.asOf(), costs, "evidenced costs of " + costs))
        .orElseGet(() -> none("No evidenced costs of recovery are noted"));
  }
}
