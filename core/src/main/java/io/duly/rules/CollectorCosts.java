package io.duly.rules;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a collector or lawyer billed, capped by the statutory fee for the amount and its flat
 * expenses.
 *
 * @param basis what they stand on
 * @param appliesTo to whom
 * @param contractsFrom the first day of contracts that have it
 * @param instructedFrom the first day of instructions to which this table of fees applies
 * @param steps the full fee by amount, from the smallest to the largest
 * @param simple the share of the full fee where the debtor paid at the first demand
 * @param usual the share of the full fee else
 * @param least at least this fee
 * @param expensesPercent flat expenses, of the fee
 * @param expensesMost at most these expenses
 */
public record CollectorCosts(
    Basis basis,
    AppliesTo appliesTo,
    LocalDate contractsFrom,
    LocalDate instructedFrom,
    List<Step> steps,
    BigDecimal simple,
    BigDecimal usual,
    Money least,
    BigDecimal expensesPercent,
    Money expensesMost)
    implements CostRule {

  /**
   * A step of the fee: up to an amount, each begun slice costs so much more.
   *
   * @param upTo its end; empty for the last
   * @param slice the size of a slice
   * @param fee for each begun slice
   */
  public record Step(Optional<Money> upTo, Money slice, Money fee) {}

  public CollectorCosts {
    steps = List.copyOf(steps);
  }

  @Override
  public ChargeAnswer on(Late late) {
    Optional<Recovery.Collector> collector = late.claim().recovery().collector();
    if (collector.isEmpty()) {
      return none("No collector or lawyer was instructed; one's own work is not paid for");
    }
    LocalDate instructed = collector.get().instructedOn();
    if (instructed.isBefore(late.start())
        || instructed.isBefore(instructedFrom)
        || instructed.isAfter(late.asOf())) {
      return none(
          "The instruction of "
              + instructed
              + " lies before the debt was late, before "
              + instructedFrom
              + " or after the day looked at");
    }
    Money debt = late.claim().chargeable(instructed);
    if (!debt.isPositive() || !debt.currency().equals(least.currency())) {
      return none(
          "On " + instructed + " there was no open and undisputed debt in " + least.currency());
    }
    Money most = most(debt, collector.get().paidAtFirstDemand());
    Money costs = collector.get().billed().min(most);
    return above(
        late,
        instructed,
        costs,
        collector.get().billed() + " billed, at most " + most + " for a debt of " + debt);
  }

  /**
   * The most that may be passed on for an amount: fee and flat expenses, rounded half-up as RVG § 2
   * (2) says.
   */
  public Money most(Money debt, boolean paidAtFirstDemand) {
    Money share = part(fullFee(debt), paidAtFirstDemand ? simple : usual);
    Money fee = share.compareTo(least) < 0 ? least : share;
    Money expenses = part(fee, expensesPercent.movePointLeft(2)).min(expensesMost);
    return fee.plus(expenses);
  }

  private Money fullFee(Money debt) {
    Money fee = Money.zero(debt.currency());
    long done = 0;
    for (Step step : steps) {
      long end = Math.min(debt.minor(), step.upTo().map(Money::minor).orElse(Long.MAX_VALUE));
      long slices = Math.ceilDiv(Math.max(0, end - done), step.slice().minor());
      fee =
          new Money(
              Math.addExact(fee.minor(), Math.multiplyExact(slices, step.fee().minor())),
              fee.currency());
      done = Math.max(done, end);
    }
    return fee;
  }

  private static Money part(Money whole, BigDecimal factor) {
    return Fraction.of(factor).times(whole.minor()).toMoney(whole.currency(), RoundingMode.HALF_UP);
  }
}
