package io.duly.rules;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Costs by a scale of percentages on the amount that is late, whatever was spent.
 *
 * @param basis what they stand on
 * @param appliesTo to whom
 * @param contractsFrom the first day of contracts that have it
 * @param scale percentages of the slices of the amount, from the first to the last, which has no
 *     end
 * @param least at least this much
 * @param most at most this much
 * @param noticeDays the days that a notice must have given, counted from the day after it was
 *     delivered; empty: no notice is needed
 */
public record ScaleCosts(
    Basis basis,
    AppliesTo appliesTo,
    LocalDate contractsFrom,
    List<Slice> scale,
    Money least,
    Money most,
    Optional<Integer> noticeDays)
    implements CostRule {

  /**
   * A slice of the amount.
   *
   * @param upTo its end; empty for the last
   * @param percent of what lies in it
   */
  public record Slice(Optional<Money> upTo, BigDecimal percent) {}

  public ScaleCosts {
    scale = List.copyOf(scale);
  }

  @Override
  public ChargeAnswer on(Late late) {
    if (!late.claim().amount().currency().equals(least.currency())) {
      return none(
          "The scale is in "
              + least.currency()
              + " and the debt in "
              + late.claim().amount().currency());
    }
    if (noticeDays.isEmpty()) {
      return from(late.start(), late);
    }
    Optional<LocalDate> delivered =
        late.claim().recovery().noticeDeliveredOn().filter(day -> !day.isBefore(late.start()));
    if (delivered.isEmpty()) {
      return none(
          "No notice that gives "
              + noticeDays.get()
              + " days was delivered after the debt became late");
    }
    LocalDate from = delivered.get().plusDays(noticeDays.get() + 1L);
    return late.asOf().isBefore(from)
        ? none("The notice of " + delivered.get() + " gives the debtor until " + from.minusDays(1))
        : from(from, late);
  }

  private ChargeAnswer from(LocalDate day, Late late) {
    Money debt = late.claim().chargeable(day);
    if (!debt.isPositive()) {
      return none("Nothing was open and undisputed on " + day);
    }
    Money net = onAmount(debt);
    Optional<BigDecimal> vat =
        late.claim().recovery().vatPercent().filter(percent -> percent.signum() > 0);
    Money gross = vat.map(percent -> withVat(net, percent)).orElse(net);
    return charge(
        day,
        gross,
        net
            + " by the scale on "
            + debt
            + vat.map(percent ->
                    " and " + percent.toPlainString() + " % VAT that the creditor cannot deduct")
                .orElse(""));
  }

  /** The costs on an amount, without VAT. */
  public Money onAmount(Money debt) {
    Fraction sum = Fraction.ZERO;
    long done = 0;
    for (Slice slice : scale) {
      long end = Math.min(debt.minor(), slice.upTo().map(Money::minor).orElse(Long.MAX_VALUE));
      sum = sum.plus(Fraction.of(slice.percent()).times(Math.max(0, end - done)).dividedBy(100));
      done = Math.max(done, end);
    }
    Money costs = sum.toMoney(debt.currency(), RoundingMode.HALF_EVEN);
    return costs.compareTo(least) < 0 ? least : costs.min(most);
  }

  /** The costs on an amount with VAT that the creditor cannot deduct, where there is such. */
  public Money onAmount(Money debt, Optional<BigDecimal> vatPercent) {
    Money net = onAmount(debt);
    return vatPercent.map(percent -> withVat(net, percent)).orElse(net);
  }

  private static Money withVat(Money net, BigDecimal percent) {
    Fraction vat = Fraction.of(percent).times(net.minor()).dividedBy(100);
    return net.plus(vat.toMoney(net.currency(), RoundingMode.HALF_EVEN));
  }
}
