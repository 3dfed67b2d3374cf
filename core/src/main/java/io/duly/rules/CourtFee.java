package io.duly.rules;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a court asks for beginning a claim, by its amount. It becomes a charge when it is paid.
 *
 * @param basis of the fee
 * @param from the first day of claims that it is asked for
 * @param bands from the smallest claim to the largest
 * @param share of what the bands give; one where that is the fee
 * @param least the least that is asked
 * @param withInterest whether the claim is counted with its interest
 */
public record CourtFee(
    Basis basis, LocalDate from, List<Band> bands, BigDecimal share, Money least, boolean withInterest) {

  /**
   * A part of the scale.
   *
   * @param upTo the largest claim of it; empty for all larger ones
   * @param step what its fee is for
   */
  public record Band(Optional<Money> upTo, Step step) {}

  /** How a band gives its fee. */
  public sealed interface Step {}

  /** One fee for every claim of the band. */
  public record Flat(Money fee) implements Step {}

  /** A percentage of the claim, rounded down. */
  public record Percent(BigDecimal percent) implements Step {}

  /** So much more for each slice, begun ones too, above the band before. */
  public record Slices(Money slice, Money fee) implements Step {}

  public CourtFee {
    bands = List.copyOf(bands);
  }

  /** Whether the scale that was read goes as far as this claim. */
  public boolean reaches(Money claim) {
    return bands.getLast().upTo().map(end -> claim.compareTo(end) <= 0).orElse(true);
  }

  /** What the fee is counted on. */
  public Money counted(Money principal, Money interest) {
    return withInterest ? principal.plus(interest) : principal;
  }

  /**
   * The fee for a claim, with what is asked of interest and costs where the law counts them.
   *
   * @throws IllegalArgumentException where the scale ends below the claim: nothing is guessed onward
   */
  public Money on(Money claim) {
    Money fee = Money.zero(claim.currency());
    Money below = Money.zero(claim.currency());
    for (Band band : bands) {
      fee = fee(band.step(), fee, below, band.upTo().map(claim::min).orElse(claim));
      if (band.upTo().map(end -> claim.compareTo(end) <= 0).orElse(true)) {
        return atLeast(fee);
      }
      below = band.upTo().orElseThrow();
    }
    throw new IllegalArgumentException(
        basis.named() + " was read up to a claim of " + below + ", and " + claim + " is above it");
  }

  private static Money fee(Step step, Money before, Money below, Money claim) {
    return switch (step) {
      case Flat flat -> flat.fee();
      case Percent percent ->
          Fraction.of(percent.percent())
              .times(claim.minor())
              .dividedBy(100)
              .toMoney(claim.currency(), RoundingMode.DOWN);
      case Slices slices -> {
        long above = claim.minus(below).minor();
        long begun = Math.ceilDiv(above, slices.slice().minor());
        yield before.plus(new Money(Math.multiplyExact(begun, slices.fee().minor()), claim.currency()));
      }
    };
  }

  private Money atLeast(Money fee) {
    Money shared =
        Fraction.of(share).times(fee.minor()).toMoney(fee.currency(), RoundingMode.HALF_UP);
    return shared.compareTo(least) < 0 ? least : shared;
  }
}
