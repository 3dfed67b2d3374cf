package io.duly.desk.invoice;

import io.duly.cases.CannotRecord;
import io.duly.cases.DisputeOutcome;
import io.duly.cases.ReasonCategory;
import io.duly.corrections.Contesting.Contest;
import io.duly.corrections.Contesting.Reason;
import io.duly.corrections.Contesting.Receipt;
import io.duly.corrections.Contesting;
import io.duly.corrections.Correction;
import io.duly.corrections.Corrections;
import io.duly.corrections.Duplicates;
import io.duly.corrections.Mistake;
import io.duly.desk.casefile.DuplicateDecision;
import io.duly.desk.page.Reader;
import io.duly.einvoice.InvoiceLines;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.journal.Sha256;
import io.duly.ledger.Ledger;
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
  private final InvoiceChanges changes;
  private final Ledger ledger;
  private final Contesting contesting;
  private final Corrections corrections;
  private final Duplicates duplicates;
  private final InvoiceLines lines;

  InvoiceActions(InvoiceChanges changes, Ledger ledger, Contesting contesting, Corrections corrections, Duplicates duplicates, InvoiceLines lines) {
    this.changes = changes;
    this.ledger = ledger;
    this.contesting = contesting;
    this.corrections = corrections;
    this.duplicates = duplicates;
    this.lines = lines;
  }

  @PostMapping("/disputes")
  String dispute(
      Reader reader, @PathVariable UUID id, @RequestParam(defaultValue = "") String amount, @RequestParam(name = "line", defaultValue = "") List<String> line,
      @RequestParam String words, @RequestParam ReasonCategory category, @RequestParam(defaultValue = "") String ask,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> answerDue, @RequestParam(defaultValue = "LATER") Receipt receipt,
      RedirectAttributes next) {
    return changes.change(reader, id, "contested", next, InvoiceChanges.find(id), (tx, head, by) -> {
      var reason = new Reason(category, words.strip(), Optional.of(ask.strip()).filter(text -> !text.isEmpty()));
      contesting.contest(
          tx, new Contest(head.id(), contested(reader, tx, head, amount, line), line, words.strip(), Optional.of(reason), answerDue, receipt), by);
    });
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
      @RequestParam Mistake mistake, @RequestParam String answer, @RequestParam(defaultValue = "false") boolean explain,
      @RequestParam(name = "paper", defaultValue = "") List<String> paper, RedirectAttributes next) {
    return changes.change(reader, id, explain ? "explained" : "answered", next, InvoiceChanges.find(id), (tx, head, by) -> {
      var credited = Optional.of(amount).filter(text -> !text.isBlank()).map(text -> money(reader, text, head));
      var papers = Optional.of(paper.stream().map(InvoiceActions::hash).toList()).filter(_ -> explain);
      corrections.answer(tx, head.id(), outcome, credited, mistake, Optional.empty(), answer, papers, by);
    });
  }

  @PostMapping("/credit")
  String credit(
      Reader reader, @PathVariable UUID id, @RequestParam(defaultValue = "") String amount, @RequestParam Mistake mistake, @RequestParam String why,
      @RequestParam(name = "note", defaultValue = "") String note, @RequestParam(name = "of", defaultValue = "") String of, RedirectAttributes next) {
    if (mistake == Mistake.DUPLICATE) {
      return changes.change(reader, id, "duplicate", next, InvoiceChanges.find(id), (tx, head, by) ->
          duplicates.confirm(tx, head.id(), original(reader, tx, head, of.strip()), Optional.of(note.strip()).filter(text -> !text.isEmpty()), why, by));
    }
    return changes.change(reader, id, "credited", next, InvoiceChanges.find(id), (tx, head, by) -> {
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
    return changes.change(reader, id, duplicate ? "duplicate" : "two-invoices", next, find, (tx, decision, by) -> decision.take(duplicates, tx, by));
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

  private static Sha256 hash(String hex) {
    try {
      return Sha256.ofHex(hex);
    } catch (IllegalArgumentException none) {
      throw new CannotRecord("That paper is not in the file of this case. Put it there first.");
    }
  }
}
