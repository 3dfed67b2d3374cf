package io.duly.corrections;

import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Holds;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.correspondence.Apologies;
import io.duly.correspondence.Apology;
import io.duly.strategy.HoldKind;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells a debtor who had been written to about a claim of ours that it was wrong. */
@Component
final class SayingSorry {
  private static final Set<HoldKind> IN_PEACE = EnumSet.of(HoldKind.HARDSHIP, HoldKind.INSOLVENCY, HoldKind.COOLING_OFF);

  private final Apologies apologies;
  private final CaseJournal cases;
  private final Holds holds;
  private final Tasks tasks;

  SayingSorry(Apologies apologies, CaseJournal cases, Holds holds, Tasks tasks) {
    this.apologies = apologies;
    this.cases = cases;
    this.holds = holds;
    this.tasks = tasks;
  }

  /**
   * Withdraws the drafts that name the invoice, and drafts an apology where a message about it had left. Where nobody may be
   * written to now, a person is asked to find a way.
   *
   * @param template which apology
   */
  Optional<LocalDate> about(DSLContext tx, WrongInvoice invoice, String template, Recorded by) {
    apologies.withdrawNaming(tx, invoice.debtor(), invoice.id(), "invoice " + invoice.number() + " was wrong and is corrected");
    var head = cases.latestOf(tx, invoice.id());
    if (head.isEmpty() || !apologies.wereWritten(tx, invoice.debtor(), invoice.id())) {
      return Optional.empty();
    }
    var drafted = inPeace(tx, head.get(), by.on()) ? Optional.<LocalDate>empty() : draft(tx, head.get(), invoice, template, by);
    drafted.ifPresentOrElse(day -> tell(tx, head.get(), invoice, day, by), () -> ask(tx, head.get(), invoice, by));
    return drafted;
  }

  /** Demands of an invoice that money was moved to ask for too much now. */
  void withdraw(DSLContext tx, WrongInvoice invoice, Recorded by) {
    apologies.withdrawNaming(tx, invoice.debtor(), invoice.id(), "money was set against invoice " + invoice.number() + " on " + by.on());
  }

  private boolean inPeace(DSLContext tx, CaseHead head, LocalDate day) {
    return holds.inForce(tx, head.id(), day).stream().anyMatch(hold -> IN_PEACE.contains(hold.kind()));
  }

  private Optional<LocalDate> draft(DSLContext tx, CaseHead head, WrongInvoice invoice, String template, Recorded by) {
    return apologies.draft(
        tx, new Apology(head.creditor(), head.debtor(), head.id(), invoice.id(), head.currency(), template), by.on());
  }

  private void tell(DSLContext tx, CaseHead head, WrongInvoice invoice, LocalDate day, Recorded by) {
    var facts = Map.of("invoice", invoice.number(), "plannedOn", day.toString());
    cases.write(tx, List.of(head), "apology-drafted", "An apology for invoice " + invoice.number() + " is drafted for " + day + ".", facts, by);
  }

  private void ask(DSLContext tx, CaseHead head, WrongInvoice invoice, Recorded by) {
    if (head.isOpen()) {
      tasks.open(tx, head.id(), TaskKind.REPLY, "say sorry for invoice " + invoice.number() + ", which was wrong; no message may go out now", by.on(), by);
    }
  }
}
