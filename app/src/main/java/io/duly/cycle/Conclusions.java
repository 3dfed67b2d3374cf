package io.duly.cycle;

import io.duly.charging.LettingGo;
import io.duly.correspondence.Draft;
import io.duly.correspondence.Outbox;
import io.duly.correspondence.ThankYous;
import io.duly.correspondence.Thanks;
import io.duly.journal.Journal;
import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.MessageId;
import io.duly.strategy.Decision;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes decisions and all that follows from them, in a fixed number of statements however many there are. */
@Component
final class Conclusions {
  private final Outbox outbox;
  private final ThankYous thanks;
  private final Journal journal;
  private final LettingGo charges;
  private final IdSource ids;

  Conclusions(Outbox outbox, ThankYous thanks, Journal journal, LettingGo charges, IdSource ids) {
    this.outbox = outbox;
    this.thanks = thanks;
    this.journal = journal;
    this.charges = charges;
    this.ids = ids;
  }

  /** @param now when it is written down; what happens, happens on the business date at that time of day */
  Tally write(Connection tx, LocalDate day, Instant now, Portfolio portfolio, List<Outcome.Decided> decided)
      throws SQLException {
    if (decided.isEmpty()) {
      return Tally.NONE;
    }
    var conclusions = decided.stream().map(this::conclusion).toList();
    CaseRows.open(tx, day, conclusions.stream().filter(Conclusion::isNew).toList());
    DecisionRows.store(tx, day, conclusions);
    var drafts = drafts(conclusions, portfolio, day);
    withdrawThanks(tx, conclusions);
    outbox.draft(tx, drafts);
    int tasks = WorkRows.tasks(tx, day, conclusions, ids);
    WorkRows.steps(tx, day, conclusions);
    PromiseRows.judge(tx, day, conclusions);
    PlanRows.goOn(tx, day, now, conclusions, ids);
    CaseRows.move(tx, day, conclusions.stream().filter(one -> !one.isNew()).toList());
    close(tx, day, conclusions.stream().filter(Conclusion::isClosed).toList());
    var occurredAt = day.atTime(LocalTime.ofInstant(now, ZoneOffset.UTC)).toInstant(ZoneOffset.UTC);
    journal.appendBulk(tx, now, new JournalLines(occurredAt).of(conclusions));
    thanks.draft(tx, thanks(conclusions, portfolio), day, occurredAt, now);
    int waiting = (int) conclusions.stream().filter(one -> one.decision().action() instanceof Decision.Wait).count();
    return new Tally(conclusions.size(), drafts.size(), tasks, waiting, 0);
  }

  private void withdrawThanks(Connection tx, List<Conclusion> conclusions) throws SQLException {
    var asked = conclusions.stream().filter(one -> one.decision().action() instanceof Decision.Send).map(one -> one.account().debtor).filter(debtor -> debtor.thanksWait).map(debtor -> debtor.id).toList();
    if (!asked.isEmpty()) {
      thanks.withdraw(tx, asked);
    }
  }

  private static List<Thanks> thanks(List<Conclusion> conclusions, Portfolio portfolio) {
    var closed = new ArrayList<Thanks>();
    for (var one : conclusions) {
      if (one.decision().action() instanceof Decision.Close close) {
        close.thanks().ifPresent(channel -> closed.add(new Thanks(one.caseId(), channel, portfolio.languageOf(one.account().debtor))));
      }
    }
    return closed;
  }

  private void close(Connection tx, LocalDate day, List<Conclusion> closed) throws SQLException {
    if (!closed.isEmpty()) {
      WorkRows.endTasks(tx, day, closed);
      outbox.withdraw(tx, closed.stream().map(Conclusion::caseId).toList(), "the case is closed");
      letGo(tx, day, closed);
    }
  }

  private void letGo(Connection tx, LocalDate day, List<Conclusion> closed) {
    var left =
        closed.stream()
            .filter(one -> one.account().chargesOpen > 0)
            .collect(Collectors.toMap(Conclusion::caseId, Conclusion::because));
    if (!left.isEmpty()) {
      charges.ofClosed(tx, day, left);
    }
  }

  private Conclusion conclusion(Outcome.Decided decided) {
    return decided.account().open
        .map(open -> Conclusion.of(open.id(), false, decided))
        .orElseGet(() -> Conclusion.of(new CaseId(ids.next()), true, decided));
  }

  private List<Draft> drafts(List<Conclusion> conclusions, Portfolio portfolio, LocalDate day) {
    var drafts = new ArrayList<Draft>(conclusions.size());
    for (var one : conclusions) {
      if (one.decision().action() instanceof Decision.Send send) {
        var debtor = one.account().debtor;
        drafts.add(
            new Draft(
                new MessageId(ids.next()),
                debtor.creditor,
                new DebtorId(debtor.id),
                one.caseId(),
                send,
                one.account().currency,
                portfolio.languageOf(debtor),
                day));
      }
    }
    return drafts;
  }
}
