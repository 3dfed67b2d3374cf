package io.duly.charging;

import io.duly.kernel.Money;
import io.duly.ledger.Charge;
import io.duly.ledger.ChargeLine;
import io.duly.rules.ChargeAnswer;
import io.duly.rules.Charges;
import io.duly.rules.Compounding;
import io.duly.rules.Fraction;
import io.duly.rules.InterestLine;
import io.duly.rules.Period;
import io.duly.rules.PostedInterest;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Interest beside what is posted of it: the whole so far less what is posted, for the days that no posting covers yet.
 *
 * @param whole from the first day of interest to {@code to}
 * @param live what stands, in the order of its days
 */
record InterestItem(
    Charges charges, ChargeAnswer.Charge whole, Optional<UUID> terms, LocalDate to, List<ChargeLine> live) {

  Chargeable.Item item() {
    var before = Taking.sum(live, whole.amount().currency());
    var start = charges.interestFrom().orElseThrow();
    boolean covered = isCovered(next(start, live), before);
    var taking = covered ? Taking.NOTHING : Taking.downTo(whole.amount(), live);
    var kept = live.stream().filter(line -> !taking.wrong().contains(line)).toList();
    var rest = covered || taking.stuck().isPresent() ? Money.zero(before.currency()) : taking.rest(whole.amount(), before);
    var period = covered ? whole.period() : period(next(start, kept));
    var lines = covered ? List.<InterestLine>of() : lines(period);
    return new Chargeable.Item(
        Charge.Kind.INTEREST, whole.basis(), terms, compounds(start), period, whole.amount(), before, rest,
        computed(period, rest, lines), lines, taking.wrong(), taking.stuck());
  }

  /** Up to the very day that was posted last, less may be owed now than was posted: then that is put right. */
  private boolean isCovered(LocalDate next, Money before) {
    return to.isBefore(next.minusDays(1)) || (to.isBefore(next) && before.compareTo(whole.amount()) <= 0);
  }

  private static LocalDate next(LocalDate start, List<ChargeLine> lines) {
    return PostedInterest.next(
        start,
        lines.stream()
            .map(ChargeLine::charge)
            .map(charge -> new PostedInterest(new Period(charge.from(), charge.to()), charge.amount()))
            .toList());
  }

  /** To the last day on which interest ran; where none ran any more and something is to be made good, to the end. */
  private Period period(LocalDate from) {
    var last = whole.period().to();
    return new Period(from, last.isBefore(from) ? to : last);
  }

  private List<InterestLine> lines(Period period) {
    return charges.interest(period).stream()
        .filter(ChargeAnswer.Charge.class::isInstance)
        .flatMap(answer -> ((ChargeAnswer.Charge) answer).lines().stream())
        .toList();
  }

  private boolean compounds(LocalDate start) {
    return charges.interestRule(start).map(rule -> rule.compounding() != Compounding.NONE).orElse(false);
  }

  private String computed(Period period, Money rest, List<InterestLine> lines) {
    var exact = lines.stream().map(InterestLine::exact).reduce(Fraction.ZERO, Fraction::plus);
    var ran = exact.toMoney(rest.currency(), RoundingMode.HALF_EVEN);
    var said = rest + " from " + period.from() + " to " + period.to() + " on what was open day by day, rounded once";
    var better = rest.minus(ran);
    return Math.abs(better.minor()) <= 1 ? said : said + "; of it " + better + " for days that were posted before";
  }
}
