package io.duly.rules;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A rule by which costs of recovery may be passed on. */
public sealed interface CostRule
    permits ActualCosts, AgreedCosts, ScaleCosts, CollectorCosts, ReminderCosts {
  Basis basis();

  AppliesTo appliesTo();

  /** The first day of contracts under which it holds. */
  LocalDate contractsFrom();

  /** What may be passed on, or why nothing may. */
  ChargeAnswer on(Late late);

  default boolean holdsFor(Claim claim) {
    return appliesTo().covers(claim.dealing()) && !claim.contractedOn().isBefore(contractsFrom());
  }

  /**
   * A debt that is late.
   *
   * @param claim the debt
   * @param start the first day on which it was late
   * @param asOf the day looked at, not before the start
   * @param compensation the fixed sum that is owed; zero where none is
   */
  record Late(Claim claim, LocalDate start, LocalDate asOf, Money compensation) {}

  default ChargeAnswer none(String why) {
    return new ChargeAnswer.NoCharge(
        ChargeKind.COLLECTION_COST, why + " (" + basis().named() + ", rule " + basis().id() + ")");
  }

  default ChargeAnswer charge(LocalDate on, Money amount, String computed) {
    return new ChargeAnswer.Charge(
        ChargeKind.COLLECTION_COST,
        basis(),
        new Period(on, on),
        Fraction.of(amount.minor()),
        amount,
        List.of(),
        computed);
  }

  /** The costs less the fixed sum, which the law counts against them. */
  default ChargeAnswer above(Late late, LocalDate on, Money costs, String computed) {
    Money rest = costs.minus(late.compensation());
    if (!rest.isPositive()) {
      return none(
          "The fixed compensation of " + late.compensation() + " covers the costs of " + costs);
    }
    return charge(
        on,
        rest,
        late.compensation().isZero()
            ? computed
            : computed + ", less the fixed compensation of " + late.compensation());
  }

  /** Evidenced costs; empty where none were noted. */
  static Optional<Money> spent(Late late) {
    return late.claim().recovery().spent().filter(Money::isPositive);
  }
}
