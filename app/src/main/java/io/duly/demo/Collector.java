package io.duly.demo;

import static io.duly.database.jooq.correspondence.Tables.CONTACT;

import io.duly.agreements.Promises;
import io.duly.cases.CaseFiles;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Checklist;
import io.duly.cases.ChecklistItem;
import io.duly.cases.Notes;
import io.duly.cases.Recorded;
import io.duly.cases.Task;
import io.duly.cases.Tasks;
import io.duly.correspondence.Contact;
import io.duly.correspondence.Contacts;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import io.duly.ledger.Ledger;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Makes the calls of a day, as a person would, and writes down what came of each. */
@Component
final class Collector {
  private final Tasks tasks;
  private final Notes notes;
  private final Promises promises;
  private final CaseFiles files;
  private final CaseJournal cases;
  private final Contacts contacts;
  private final Ledger ledger;
  private final IdSource ids;

  Collector(
      Tasks tasks,
      Notes notes,
      Promises promises,
      CaseFiles files,
      CaseJournal cases,
      Contacts contacts,
      Ledger ledger,
      IdSource ids) {
    this.tasks = tasks;
    this.notes = notes;
    this.promises = promises;
    this.files = files;
    this.cases = cases;
    this.contacts = contacts;
    this.ledger = ledger;
    this.ids = ids;
  }

  /** One call; whoever pays promises the day on which they will, whoever does not may promise all the same. */
  void call(DSLContext tx, World world, Task task, Recorded by, Draw draw) {
    var head = cases.head(tx, task.caseId());
    var debtor = world.debtor(head.debtor());
    var naming = new Naming(debtor.made().land(), draw);
    checkFile(tx, head, by, draw);
    contacts.record(tx, contact(head, by.on()));
    if (!draw.percent(debtor.made().temper() == Temper.SILENT ? 35 : 75)) {
      tasks.done(tx, task.id(), "nobody answered; no message left", by);
      return;
    }
    var planned = nextPayment(debtor.made(), by.on());
    if (planned.isPresent() || draw.percent(60)) {
      promise(tx, head, planned, naming, by, draw);
      tasks.done(tx, task.id(), "reached; promised to pay", by);
    } else {
      notes.add(tx, head.id(), "Reached them. They say: \"" + naming.says("excuse") + "\"", by);
      tasks.done(tx, task.id(), "reached; no promise", by);
    }
  }

  /** Nobody is called on a day on which something went out to them already (P13). */
  boolean mayCall(DSLContext tx, Task task, LocalDate day) {
    var debtor = cases.head(tx, task.caseId()).debtor().value();
    return !tx.fetchExists(CONTACT, CONTACT.DEBTOR_ID.eq(debtor).and(CONTACT.DAY.eq(day)));
  }

  /** Before the first talk somebody looks whether the papers are there (P06). */
  private void checkFile(DSLContext tx, CaseHead head, Recorded by, Draw draw) {
    var first = files.checklist(tx, head.id(), by.on()).lacks(ChecklistItem.CORRESPONDENCE);
    if (first && draw.percent(70)) {
      files.mark(tx, head.id(), ChecklistItem.CORRESPONDENCE, Checklist.State.NOT_NEEDED, Optional.empty(), by);
      files.mark(tx, head.id(), ChecklistItem.INVOICES, Checklist.State.THERE, Optional.empty(), by);
    }
  }

  private void promise(
      DSLContext tx, CaseHead head, Optional<DemoInvoice.Payment> planned, Naming naming, Recorded by, Draw draw) {
    var open = ledger.openBalance(tx, head.debtor(), head.currency(), by.on());
    var hoped = draw.percent(15) ? by.on() : by.on().plusDays(draw.between(4, 10));
    var due = planned.map(payment -> draw.percent(15) ? payment.on().minusDays(6) : payment.on()).orElse(hoped);
    var amount = planned.map(payment -> rounded(payment.amount(), draw)).orElseGet(() -> share(open, 50)).min(open);
    if (amount.isPositive()) {
      var day = Days.orMonday(due.isBefore(by.on()) ? by.on() : due);
      promises.record(tx, head.id(), amount, day, Optional.of(naming.says("promise")), by);
    }
  }

  /** Some promise more than they then pay. */
  private static Money rounded(Money planned, Draw draw) {
    return draw.percent(12) ? share(planned, 130) : planned;
  }

  private static Money share(Money of, int percent) {
    return new Money(Math.max(of.minor() * percent / 100, 1), of.currency());
  }

  /** What the debtor will pay in the next weeks; a few weeks ahead is as far as a promise goes. */
  private static Optional<DemoInvoice.Payment> nextPayment(DemoDebtor debtor, LocalDate today) {
    return debtor.invoices().stream()
        .flatMap(invoice -> invoice.payments().stream())
        .filter(payment -> payment.on().isAfter(today) && payment.on().isBefore(today.plusDays(25)))
        .min(Comparator.comparing(DemoInvoice.Payment::on));
  }

  private Contact contact(CaseHead head, LocalDate day) {
    return new Contact(
        ids.next(), head.creditor(), head.debtor(), Optional.of(head.id()), Contact.Direction.OUT, Contact.Way.CALL, day,
        Optional.empty(), Optional.empty());
  }
}
