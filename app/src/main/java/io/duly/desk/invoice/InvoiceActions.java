package io.duly.desk.invoice;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.DisputeOutcome;
import io.duly.cases.Disputes;
import io.duly.cases.ReasonCategory;
import io.duly.cases.Reasons;
import io.duly.cases.Recorded;
import io.duly.corrections.Correction;
import io.duly.corrections.Corrections;
import io.duly.corrections.Duplicates;
import io.duly.corrections.Mistake;
import io.duly.cycle.DailyCycle;
import io.duly.desk.casefile.DuplicateDecision;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.desk.worklist.Tallies;
import io.duly.einvoice.InvoiceLines;
import io.duly.identity.Scope;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.ledger.AllocationRefused;
import io.duly.ledger.Ledger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person says of an invoice: what is contested, what we answer, and that we were wrong. */
@Controller
@RequestMapping("/invoices/{id}")
class InvoiceActions {
  private final Scope scope;
  private final Ledger ledger;
  private final CaseJournal cases;
  private final Reasons reasons;
  private final Disputes disputes;
  private final Corrections corrections;
  private final Duplicates duplicates;
  private final InvoiceLines lines;
  private final DailyCycle cycle;
  private final Tallies tallies;
  private final Clock clock;

  InvoiceActions(
      Scope scope, Ledger ledger, CaseJournal cases, Reasons reasons, Disputes disputes, Corrections corrections, Duplicates duplicates,
      InvoiceLines lines, DailyCycle cycle, Tallies tallies, Clock clock) {
    this.scope = scope;
    this.ledger = ledger;
    this.cases = cases;
    this.reasons = reasons;
    this.disputes = disputes;
    this.corrections = corrections;
    this.duplicates = duplicates;
    this.lines = lines;
    this.cycle = cycle;
    this.tallies = tallies;
    this.clock = clock;
  }

  /** Changes an invoice with the application's rights. */
  private interface Change<T> {
    void on(DSLContext tx, T found, Recorded by);
  }

  @PostMapping("/disputes")
  String dispute(
      Reader reader, @PathVariable UUID id, @RequestParam(defaultValue = "") String amount, @RequestParam(name = "line", defaultValue = "") List<String> line,
      @RequestParam String words, @RequestParam ReasonCategory category, @RequestParam(defaultValue = "") String ask,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate answerDue, RedirectAttributes next) {
    return change(reader, id, "contested", next, find(id), (tx, head, by) -> {
      keepReason(tx, head, category, words, ask, answerDue, by);
      disputes.open(tx, head.id(), contested(reader, tx, head, amount, line), line, words.strip(), answerDue, by);
    });
  }

  private void keepReason(DSLContext tx, InvoiceHead head, ReasonCategory category, String words, String ask, LocalDate due, Recorded by) {
    var whom = Optional.of(ask.strip()).filter(text -> !text.isEmpty());
    cases.latestOf(tx, head.id()).filter(CaseHead::isOpen)
        .ifPresent(one -> reasons.record(tx, one.id(), category, words.strip(), whom, due, by));
  }

  private Money contested(Reader reader, DSLContext tx, InvoiceHead head, String amount, List<String> line) {
    var open = ledger.openBalance(tx, head.id(), reader.today()).orElseGet(() -> Money.zero(head.currency()));
    if (!amount.isBlank()) {
      return money(reader, amount, head);
    }
    return line.isEmpty() ? open : lines.share(tx, head.id(), line).orElseThrow(() -> new CannotRecord(reader.say("invoice.lines-unknown"))).min(open);
  }

  @PostMapping("/answer")
  String answer(
      Reader reader, @PathVariable UUID id, @RequestParam DisputeOutcome outcome, @RequestParam(defaultValue = "") String amount,
      @RequestParam Mistake mistake, @RequestParam String answer, RedirectAttributes next) {
    return change(reader, id, "answered", next, find(id), (tx, head, by) -> {
      var credited = Optional.of(amount).filter(text -> !text.isBlank()).map(text -> money(reader, text, head));
      corrections.answer(tx, head.id(), outcome, credited, mistake, Optional.empty(), answer, by);
    });
  }

  @PostMapping("/credit")
  String credit(
      Reader reader, @PathVariable UUID id, @RequestParam(defaultValue = "") String amount, @RequestParam Mistake mistake, @RequestParam String why,
      @RequestParam(name = "note", defaultValue = "") String note, @RequestParam(name = "of", defaultValue = "") String of, RedirectAttributes next) {
    if (mistake == Mistake.DUPLICATE) {
      return change(reader, id, "duplicate", next, find(id), (tx, head, by) ->
          duplicates.confirm(tx, head.id(), original(reader, tx, head, of.strip()), Optional.of(note.strip()).filter(text -> !text.isEmpty()), why, by));
    }
    return change(reader, id, "credited", next, find(id), (tx, head, by) -> {
      var part = Optional.of(amount).filter(text -> !text.isBlank()).map(text -> money(reader, text, head));
      var number = Optional.of(note.strip()).filter(text -> !text.isEmpty());
      corrections.credit(tx, new Correction(head.id(), part, mistake, number, why), by);
    });
  }

  @PostMapping("/duplicates/{duplicate}/decision")
  String decide(
      Reader reader, @PathVariable UUID id, @PathVariable("duplicate") UUID which, @RequestParam boolean duplicate, @RequestParam String why, RedirectAttributes next) {
    Function<DSLContext, Optional<DuplicateDecision>> find =
        scoped -> duplicates.the(scoped, which).map(one -> new DuplicateDecision(one, duplicate, why));
    return change(reader, id, duplicate ? "duplicate" : "two-invoices", next, find, (tx, decision, by) -> decision.take(duplicates, tx, by));
  }

  private static Function<DSLContext, Optional<InvoiceHead>> find(UUID id) {
    return scoped -> InvoiceHead.find(scoped, id);
  }

  /** The one that stands, of the same debtor: nobody else's number is found. */
  private static InvoiceId original(Reader reader, DSLContext tx, InvoiceHead head, String number) {
    return tx.fetchOptional("select id from ledger.invoice where debtor_id = ? and number = ?", head.debtor().value(), number)
        .map(row -> new InvoiceId(row.get(0, UUID.class)))
        .orElseThrow(() -> new CannotRecord(reader.say("credit.of-unknown", number)));
  }

  private static Money money(Reader reader, String typed, InvoiceHead head) {
    return reader.typed(typed, head.currency()).orElseThrow(() -> new CannotRecord(reader.say("bank.no-amount", typed)));
  }

  private <T> String change(
      Reader reader, UUID id, String done, RedirectAttributes next, Function<DSLContext, Optional<T>> find, Change<T> change) {
    var person = reader.person().orElseThrow();
    var by = Recorded.by(person.actor(), reader.today(), clock.instant());
    try {
      var changed = scope.changing(person, find, (tx, found) -> {
        change.on(tx, found, by);
        return found;
      });
      if (changed.isEmpty()) {
        throw new NotThere();
      }
      cycle.again(reader.today());
      tallies.changed();
      Told.done("done." + done).showOn(next);
    } catch (CannotRecord | AllocationRefused refused) {
      Told.refused(String.valueOf(refused.getMessage())).showOn(next);
    }
    return "redirect:/invoices/" + id;
  }
}
