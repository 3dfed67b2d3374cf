package io.duly.desk.call;

import io.duly.account.Statement;
import io.duly.agreements.Promise;
import io.duly.calls.PlanLines;
import io.duly.cases.Hold;
import io.duly.cases.StatedReason;
import io.duly.kernel.Money;
import io.duly.parties.Debtor;
import io.duly.talk.TalkPlan;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What is known before a call (P07).
 *
 * @param statement what is owed, line by line
 * @param promises the latest first
 * @param said the last things that people wrote in the journal
 */
public record Known(
    Debtor debtor, String creditorCurrency, Statement statement, boolean valued, List<Promise> promises, List<Entry> said, List<StatedReason> reasons, List<Hold> holds,
    TalkPlan plan, List<PlanLines.Line> own, LocalDate today) {

  /** A line of the journal that a person wrote. */
  public record Entry(ZonedDateTime at, String who, String summary) {}

  /** Overdue, less what is contested. */
  public Money asked() {
    return statement.invoices().stream().filter(one -> one.dueOn().isBefore(today)).map(one -> one.open().minus(one.disputed())).reduce(Money.zero(statement.currency()), Money::plus);
  }
}
