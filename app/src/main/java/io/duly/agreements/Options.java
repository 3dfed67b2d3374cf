package io.duly.agreements;

import io.duly.cases.CaseHead;
import io.duly.cases.Dispute;
import io.duly.cases.Disputes;
import io.duly.charging.Charging;
import io.duly.kernel.DebtorId;
import io.duly.kernel.Money;
import io.duly.ledger.InvoiceLine;
import io.duly.ledger.Ledger;
import io.duly.plans.BankDay;
import io.duly.plans.Ladder;
import io.duly.plans.Reliability;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What there is to go by when something is offered in a case (P27, P31). */
@Component
public final class Options {
  private final Bargaining bargaining;
  private final Promises promises;
  private final Ledger ledger;
  private final Disputes disputes;
  private final Charging charging;

  Options(Bargaining bargaining, Promises promises, Ledger ledger, Disputes disputes, Charging charging) {
    this.bargaining = bargaining;
    this.promises = promises;
    this.ledger = ledger;
    this.disputes = disputes;
    this.charging = charging;
  }

  /** What is asked for in a case on a day. */
  public Asked asked(DSLContext tx, CaseHead head, LocalDate today) {
    var zero = Money.zero(head.currency());
    var contested = disputes.of(tx, head.id()).stream().filter(one -> one.closedOn().isEmpty()).collect(Collectors.toMap(Dispute::invoice, Dispute::amount, Money::plus));
    var lines = ledger.lines(tx, head.debtor(), head.currency(), today).stream()
        .filter(line -> line.open().minus(contested.getOrDefault(line.id(), zero)).isPositive() && line.dueOn().isBefore(today))
        .sorted(Comparator.comparing(InvoiceLine::dueOn))
        .toList();
    return new Asked(
        lines, lines.stream().map(InvoiceLine::open).reduce(zero, Money::plus), lines.stream().map(line -> contested.getOrDefault(line.id(), zero)).reduce(zero, Money::plus));
  }

  /**
   * The facts of the ladder.
   *
   * @param owed what is asked for
   * @param who whose limits count
   * @param mayBeSettled it is on record why the whole will hardly be recovered
   * @param days on which the debtor's bank works
   */
  public Ladder.Facts facts(DSLContext tx, CaseHead head, Money owed, Bargainer who, boolean mayBeSettled, LocalDate today, BankDay days) {
    var rules = bargaining.of(tx, head.creditor());
    var allowed = rules.bearInterest() ? charging.lowestPercent(tx, head.debtor(), head.currency(), today) : BigDecimal.ZERO;
    return new Ladder.Facts(owed, today, days, rules.moneyCosts(), reliability(tx, head.debtor()), rules.of(who), rules.interest(allowed, Covered.of(tx, head, today).due().charges()), mayBeSettled);
  }

  /** How well the debtor has kept what was promised to this creditor. */
  public Reliability reliability(DSLContext tx, DebtorId debtor) {
    var record = promises.trackRecord(tx, debtor);
    return Reliability.of(
        record.count(PromiseOutcome.KEPT), record.count(PromiseOutcome.LATE), record.count(PromiseOutcome.PARTLY_KEPT), record.count(PromiseOutcome.BROKEN));
  }
}
