package io.duly.rules;

import io.duly.kernel.Money;
import io.duly.rules.ChargeAnswer.Charge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Interest of a period under one rule, and the days for which no rate is known. */
record InterestCharge(InterestRule rule, Claim claim, LocalDate start, WhyNot whyNot) {

  List<ChargeAnswer> over(Period wanted) {
    List<InterestLine> lines = Accrual.lines(rule, claim, start, wanted);
    Optional<LocalDate> unknown = unknownFrom(wanted.to());
    var answers = new ArrayList<ChargeAnswer>();
    if (!lines.isEmpty()) {
      answers.add(charge(lines));
    } else if (unknown.isEmpty()) {
      answers.add(whyNot.nothingOpen(ChargeKind.INTEREST, wanted));
    }
    unknown.map(whyNot::rateUnknown).ifPresent(answers::add);
    return List.copyOf(answers);
  }

  private Optional<LocalDate> unknownFrom(LocalDate last) {
    var since = new Rates.Since(start, claim.contractedOn());
    return Stream.concat(Stream.of(start), rule.rates().changes(new Period(start, last)).stream())
        .filter(day -> rule.rates().on(day, since).isEmpty())
        .findFirst();
  }

  private Charge charge(List<InterestLine> lines) {
    Fraction exact = lines.stream().map(InterestLine::exact).reduce(Fraction.ZERO, Fraction::plus);
    Money amount = exact.toMoney(claim.amount().currency(), rule.rounding());
    var period = new Period(lines.getFirst().period().from(), lines.getLast().period().to());
    String computed =
        amount
            + " from "
            + period.from()
            + " to "
            + period.to()
            + " on what was open day by day, rounded once";
    return new Charge(ChargeKind.INTEREST, rule.basis(), period, exact, amount, lines, computed);
  }
}
