package io.duly.desk.call;

import io.duly.account.Statement;
import io.duly.account.Statements;
import io.duly.agreements.PromiseOutcome;
import io.duly.agreements.Promises;
import io.duly.agreements.TrackRecord;
import io.duly.calls.PlanLines;
import io.duly.cases.CaseHead;
import io.duly.cases.Hold;
import io.duly.cases.Holds;
import io.duly.cases.ReasonCategory;
import io.duly.cases.Reasons;
import io.duly.cases.StatedReason;
import io.duly.desk.page.Reader;
import io.duly.hardship.BreathingSpaces;
import io.duly.parties.Creditor;
import io.duly.parties.Debtor;
import io.duly.strategy.HoldKind;
import io.duly.talk.Because;
import io.duly.talk.Objection;
import io.duly.talk.TalkFacts;
import io.duly.talk.TalkPlan;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Gathers what is known before a call, in a fixed number of questions. */
@Component
final class KnownRead {
  private static final int LINES = 6;
  private static final int VALUED = 10;
  private static final String SAID =
      """
      select occurred_at, actor, summary from journal.entry
       where case_id = ? and actor <> 'duly' and kind not in ('task-opened', 'task-done', 'call-begun', 'right-party') order by seq desc limit ?
      """;
  private static final String TALKED =
      """
      select exists (select from correspondence.contact c left join correspondence.contact_outcome o on o.contact_id = c.id
        where c.debtor_id = ? and c.channel = 'call' and coalesce(o.kind, c.kind, 'conversation') = 'conversation')
      """;

  private final Statements statements;
  private final Promises promises;
  private final Reasons reasons;
  private final Holds holds;
  private final BreathingSpaces spaces;
  private final PlanLines lines;

  KnownRead(Statements statements, Promises promises, Reasons reasons, Holds holds, BreathingSpaces spaces, PlanLines lines) {
    this.spaces = spaces;
    this.statements = statements;
    this.promises = promises;
    this.reasons = reasons;
    this.holds = holds;
    this.lines = lines;
  }

  Known read(DSLContext scoped, CaseHead head, Debtor debtor, Creditor creditor, Reader reader) {
    var statement = statements.of(scoped, head.id(), reader.today());
    var record = promises.trackRecord(scoped, head.debtor());
    var given = reasons.of(scoped, head.id());
    var held = holds.inForce(scoped, head.id(), reader.today());
    boolean valued = statement.principal().isPositive() && debtor.details().relationship().yearlyValue().orElse(0L) / VALUED >= statement.principal().minor();
    var said = scoped.fetch(SAID, head.id().value(), LINES).map(row -> new Known.Entry(
        row.get(0, OffsetDateTime.class).atZoneSameInstant(ZoneId.systemDefault()), row.get(1, String.class), row.get(2, String.class)));
    boolean talked = scoped.fetchSingle(TALKED, head.debtor().value()).get(0, Boolean.class);
    return new Known(
        debtor, creditor.currency().getCurrencyCode(), statement, valued, record.judged(), said, given, held,
        TalkPlan.of(facts(statement, record, given, held, spaces.needsCare(scoped, head.debtor()), valued, talked)), lines.of(scoped, head.id()), reader.today());
  }

  private static TalkFacts facts(Statement statement, TrackRecord record, List<StatedReason> given, List<Hold> held, boolean care, boolean valued, boolean talked) {
    int disputes = (int) statement.invoices().stream().filter(one -> one.disputed().isPositive()).count();
    boolean hardship = care || held.stream().anyMatch(one -> one.kind() == HoldKind.HARDSHIP);
    return new TalkFacts(
        given.stream().filter(one -> one.category() != ReasonCategory.OTHER).map(one -> new TalkFacts.Given(meant(one.category()), because(one))).toList(),
        record.count(PromiseOutcome.KEPT) + record.count(PromiseOutcome.LATE), record.count(PromiseOutcome.BROKEN) + record.count(PromiseOutcome.PARTLY_KEPT), disputes,
        statement.unallocated().isPositive(), hardship, valued, talked);
  }

  private static Because because(StatedReason reason) {
    return reason.verification().map(one -> switch (one.outcome()) {
      case CONFIRMED -> Because.SAID_CONFIRMED;
      case REFUTED -> Because.SAID_REFUTED;
      case UNCLEAR -> Because.SAID_UNCHECKED;
    }).orElse(Because.SAID_UNCHECKED);
  }

  private static Objection meant(ReasonCategory category) {
    return switch (category) {
      case NOT_RECEIVED -> Objection.NOT_RECEIVED;
      case GOODS_MISSING, GOODS_DEFECTIVE, OTHER -> Objection.GOODS;
      case PRICE_WRONG -> Objection.PRICE;
      case DUPLICATE -> Objection.DUPLICATE;
      case ALREADY_PAID -> Objection.PAID;
      case NOT_ORDERED -> Objection.NOT_ORDERED;
      case NO_MONEY -> Objection.NO_MONEY;
      case APPROVAL_PENDING -> Objection.APPROVAL;
      case THIRD_PARTY -> Objection.THIRD_PARTY;
      case HARDSHIP -> Objection.HARDSHIP;
    };
  }
}
