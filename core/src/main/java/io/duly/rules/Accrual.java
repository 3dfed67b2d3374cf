package io.duly.rules;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Interest day by day, gathered into lines on which neither amount nor rate changes. Always walks
 * from the first day of interest, so that the lines of a period are the same whatever periods lie
 * around it.
 */
final class Accrual {
  private final InterestRule rule;
  private final Claim claim;
  private final Rates.Since since;
  private final LocalDate start;
  private Fraction accrued = Fraction.ZERO;
  private Fraction added = Fraction.ZERO;

  private Accrual(InterestRule rule, Claim claim, LocalDate start) {
    this.rule = rule;
    this.claim = claim;
    this.start = start;
    this.since = new Rates.Since(start, claim.contractedOn());
  }

  /** The lines of interest within the period; ends early where no rate is known any more. */
  static List<InterestLine> lines(InterestRule rule, Claim claim, LocalDate start, Period wanted) {
    return new Accrual(rule, claim, start).walk(wanted);
  }

  private List<InterestLine> walk(Period wanted) {
    var lines = new ArrayList<InterestLine>();
    NavigableSet<LocalDate> cuts = cuts(wanted);
    for (LocalDate from : cuts.headSet(wanted.to(), true)) {
      LocalDate to =
          Optional.ofNullable(cuts.higher(from)).orElse(wanted.to().plusDays(1)).minusDays(1);
      if (rule.compounding().addsOn(from, start)) {
        added = accrued;
      }
      Optional<Rates.Rate> rate = rule.rates().on(from, since);
      if (rate.isEmpty()) {
        return lines;
      }
      InterestLine line = line(new Period(from, to), rate.get());
      accrued = accrued.plus(line.exact());
      if (line.exact().signum() != 0 && !from.isBefore(wanted.from())) {
        lines.add(line);
      }
    }
    return lines;
  }

  private NavigableSet<LocalDate> cuts(Period wanted) {
    var cuts = new TreeSet<LocalDate>();
    cuts.add(wanted.from());
    if (start.isAfter(wanted.to())) {
      return new TreeSet<>();
    }
    var whole = new Period(start, wanted.to());
    claim.changes().forEach(change -> cuts.add(change.on().plusDays(1)));
    for (LeftOut part : claim.leftOut()) {
      cuts.add(part.from());
      part.until().ifPresent(last -> cuts.add(last.plusDays(1)));
    }
    cuts.addAll(rule.rates().changes(whole));
    calendarCuts(whole, cuts);
    cuts.removeIf(day -> !whole.contains(day));
    cuts.add(start);
    return cuts;
  }

  /** Days on which a year becomes longer or shorter, or interest is added to the amount. */
  private void calendarCuts(Period whole, NavigableSet<LocalDate> cuts) {
    for (LocalDate day = whole.from(); !day.isAfter(whole.to()); day = day.plusDays(1)) {
      if (rule.year().changesOn(day, start) || rule.compounding().addsOn(day, start)) {
        cuts.add(day);
      }
    }
  }

  private InterestLine line(Period period, Rates.Rate rate) {
    Fraction base = base(period.from());
    int yearDays = rule.year().daysInYear(period.from(), start);
    Fraction exact =
        base.times(Fraction.of(rate.percent())).times(period.days()).dividedBy(100L * yearDays);
    Money amount = base.toMoney(claim.amount().currency(), rule.rounding());
    return new InterestLine(
        period,
        amount,
        rate.percent(),
        exact,
        rule.basis().id(),
        rate.source(),
        sentence(period, amount, rate, yearDays, exact));
  }

  private Fraction base(LocalDate day) {
    if (claim.rests(day)) {
      return Fraction.ZERO;
    }
    Fraction ofInterest = added.minus(Fraction.of(claim.interestPaidBefore(day))).atLeastZero();
    return Fraction.of(claim.chargeable(day).minor()).plus(ofInterest);
  }

  private String sentence(
      Period period, Money amount, Rates.Rate rate, int yearDays, Fraction exact) {
    return amount
        + " × "
        + rate.percent().toPlainString()
        + " % × "
        + (period.days() == 1 ? "1 day" : period.days() + " days")
        + " ÷ "
        + yearDays
        + " = "
        + exact.toMoney(amount.currency(), rule.rounding())
        + "; the rate is "
        + rate.computed()
        + (added.signum() > 0 ? "; the amount holds interest that was added to it" : "");
  }
}
