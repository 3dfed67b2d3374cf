package io.duly.rules;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A sum that is owed once for each late debt, by its amount.
 *
 * @param basis what it stands on
 * @param appliesTo to whom
 * @param contractsFrom the first day of contracts that have it
 * @param bands from the smallest debt to the largest; the last has no end
 */
public record CompensationRule(
    Basis basis, AppliesTo appliesTo, LocalDate contractsFrom, List<Band> bands) {

  /**
   * One sum.
   *
   * @param below the debt is smaller than this; empty for all larger ones
   * @param sum that is owed
   */
  public record Band(Optional<Money> below, Money sum) {}

  public CompensationRule {
    bands = List.copyOf(bands);
    if (bands.isEmpty() || bands.getLast().below().isPresent()) {
      throw new IllegalArgumentException(
          "The last band of "
              + basis.id()
              + " must have no \"below\", so that each debt has a sum");
    }
  }

  boolean holdsFor(Claim claim) {
    return appliesTo.covers(claim.dealing()) && !claim.contractedOn().isBefore(contractsFrom);
  }

  /** The sum for a debt of that amount. */
  ChargeAnswer on(Money debt, LocalDate start) {
    Money sum = bands.getFirst().sum();
    if (!sum.currency().equals(debt.currency())) {
      return new ChargeAnswer.NoCharge(
          ChargeKind.COMPENSATION,
          basis.named()
              + " gives a sum in "
              + sum.currency()
              + " and the debt is in "
              + debt.currency()
              + "; nothing is converted");
    }
    Band band =
        bands.stream()
            .filter(each -> each.below().map(end -> debt.compareTo(end) < 0).orElse(true))
            .findFirst()
            .orElseThrow();
    String computed =
        band.sum()
            + " once for a debt of "
            + debt
            + band.below().map(end -> ", which is below " + end).orElse("")
            + ", late from "
            + start;
    return new ChargeAnswer.Charge(
        ChargeKind.COMPENSATION,
        basis,
        new Period(start, start),
        Fraction.of(band.sum().minor()),
        band.sum(),
        List.of(),
        computed);
  }
}
