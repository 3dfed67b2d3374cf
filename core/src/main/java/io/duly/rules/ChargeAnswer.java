package io.duly.rules;

import io.duly.kernel.Money;
import java.util.List;

/** What the rules say of one kind of charge: so much, on this basis; or nothing, and why. */
public sealed interface ChargeAnswer {
  ChargeKind kind();

  /**
   * A charge that has a basis.
   *
   * @param kind of charge
   * @param basis what it stands on
   * @param period the days it is for; a single day where it arises once
   * @param exact in minor units, before rounding
   * @param amount rounded once
   * @param lines how interest ran; empty for other kinds
   * @param computed in a sentence
   */
  record Charge(
      ChargeKind kind,
      Basis basis,
      Period period,
      Fraction exact,
      Money amount,
      List<InterestLine> lines,
      String computed)
      implements ChargeAnswer {
    public Charge {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Nothing may be charged.
   *
   * @param kind of charge
   * @param why in a sentence
   */
  record NoCharge(ChargeKind kind, String why) implements ChargeAnswer {}
}
