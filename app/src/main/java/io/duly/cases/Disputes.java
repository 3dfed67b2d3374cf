package io.duly.cases;

import static io.duly.database.jooq.cases.Tables.DISPUTE;
import static io.duly.database.jooq.cases.Tables.RECOVERY_CASE;
import static io.duly.database.jooq.ledger.Tables.INVOICE;

import io.duly.cases.Dispute.Acknowledged;
import io.duly.kernel.CaseId;
import io.duly.kernel.IdSource;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.ledger.Ledger;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Contested amounts. From the moment one is recorded that part is neither chased nor charged; the rest goes on. Our own
 * answer has a day, and where a case is open a person has the task to give it.
 */
@Component
public final class Disputes {
  private final CaseJournal cases;
  private final Tasks tasks;
  private final Ledger ledger;
  private final IdSource ids;

  Disputes(CaseJournal cases, Tasks tasks, Ledger ledger, IdSource ids) {
    this.cases = cases;
    this.tasks = tasks;
    this.ledger = ledger;
    this.ids = ids;
  }

  /**
   * Records that a part of an invoice, or all of it, is contested.
   *
   * @param amount above zero, at most what is open on the invoice
   * @param answerDueOn by when we answer, not before the business date
   * @throws CannotRecord where the invoice is unknown, not open to that amount, or contested already
   */
  public UUID open(
      DSLContext tx, InvoiceId invoice, Money amount, String why, LocalDate answerDueOn, Recorded by) {
    return open(tx, invoice, amount, List.of(), why, answerDueOn, by);
  }

  /**
   * The same, where it is known which lines are contested.
   *
   * @param lines as the invoice numbers them
   * @throws CannotRecord as above
   */
  public UUID open(
      DSLContext tx, InvoiceId invoice, Money amount, List<String> lines, String why, LocalDate answerDueOn, Recorded by) {
    var contested = ContestedInvoice.of(tx, invoice).orElseThrow(() -> new CannotRecord("There is no such invoice."));
    require(tx, contested, amount, why, answerDueOn, by);
    var id = ids.next();
    int made =
        tx.insertInto(DISPUTE)
            .set(DISPUTE.ID, id)
            .set(DISPUTE.CREDITOR_ID, contested.creditor().value())
            .set(DISPUTE.DEBTOR_ID, contested.debtor().value())
            .set(DISPUTE.INVOICE_ID, invoice.value())
            .set(DISPUTE.AMOUNT, amount.minor())
            .set(DISPUTE.WHY, why)
            .set(DISPUTE.LINES, lines.toArray(String[]::new))
            .set(DISPUTE.OPENED_ON, by.on())
            .set(DISPUTE.ANSWER_DUE_ON, answerDueOn)
            .set(DISPUTE.RECORDED_BY, by.actor())
            .set(DISPUTE.RECORDED_AT, Words.at(by.recordedAt()))
            .onConflict(DISPUTE.INVOICE_ID)
            .where(DISPUTE.CLOSED_ON.isNull())
            .doNothing()
            .execute();
    if (made == 0) {
      throw new CannotRecord("Invoice " + contested.number() + " has an open dispute; close that one first.");
    }
    tellCase(tx, contested, id, amount, lines, why, answerDueOn, by);
    return id;
  }

  /**
   * Sets down by when the debtor of an open dispute hears that it arrived.
   *
   * @param day not before the one on which it was contested
   */
  public void owesAcknowledgement(DSLContext tx, UUID dispute, LocalDate day) {
    tx.execute("update cases.dispute set acknowledge_by = ?::date where id = ? and closed_on is null", day, dispute);
  }

  /**
   * The debtor knows that we have it and by when they have our answer.
   *
   * @throws CannotRecord where there is no such open dispute, or they know already
   */
  public void acknowledged(DSLContext tx, UUID dispute, Acknowledged how, Recorded by) {
    var found = tx.selectFrom(DISPUTE).where(DISPUTE.ID.eq(dispute), DISPUTE.CLOSED_ON.isNull(), DISPUTE.ACKNOWLEDGED_ON.isNull()).forUpdate().fetchOptional()
        .orElseThrow(() -> new CannotRecord("There is no open dispute that waits to be acknowledged; the debtor may have been told meanwhile."));
    acknowledge(tx, dispute, how, by);
    var contested = ContestedInvoice.of(tx, new InvoiceId(found.getInvoiceId())).orElseThrow();
    var said = how == Acknowledged.WRITTEN ? "in writing" : "by word";
    var facts = Map.of("dispute", dispute.toString(), "invoice", contested.number(), "how", Words.of(how), "answerDueOn", found.getAnswerDueOn().toString());
    cases.openOf(tx, contested.debtor(), contested.currency()).ifPresent(head -> cases.write(
        tx, List.of(head), "dispute-acknowledged",
        "The dispute of invoice " + contested.number() + " is acknowledged " + said + "; our answer follows by " + found.getAnswerDueOn() + ".", facts, by));
  }

  private static void acknowledge(DSLContext tx, UUID dispute, Acknowledged how, Recorded by) {
    tx.update(DISPUTE)
        .set(DISPUTE.ACKNOWLEDGED_ON, by.on())
        .set(DISPUTE.ACKNOWLEDGED_HOW, Words.of(how))
        .set(DISPUTE.ACKNOWLEDGED_BY, by.actor())
        .where(DISPUTE.ID.eq(dispute))
        .execute();
  }

  /** With this message the debtor is told why it is owed. */
  public void explainedBy(DSLContext tx, UUID dispute, UUID message) {
    tx.execute("update cases.dispute set explanation_id = ? where id = ?", message, dispute);
  }

  /**
   * Ends a dispute. It ends as upheld only once the credit note is in: until then the part stays contested, so that
   * nobody is chased for what we owe them (P09).
   *
   * @param answer what the debtor was told, in a sentence
   * @throws CannotRecord where there is no such open dispute, or the credit note is missing
   */
  public void close(DSLContext tx, UUID dispute, DisputeOutcome outcome, String answer, Recorded by) {
    var row = tx.selectFrom(DISPUTE).where(DISPUTE.ID.eq(dispute)).and(DISPUTE.CLOSED_ON.isNull()).forUpdate();
    var found = row.fetchOptional().orElseThrow(() -> new CannotRecord("There is no open dispute " + dispute + "."));
    var contested = ContestedInvoice.of(tx, new InvoiceId(found.getInvoiceId())).orElseThrow();
    var amount = new Money(found.getAmount(), contested.currency());
    if (outcome == DisputeOutcome.UPHELD) {
      requireCredit(tx, contested, amount, found.getOpenedOn(), by.on());
    }
    tx.update(DISPUTE)
        .set(DISPUTE.CLOSED_ON, by.on())
        .set(DISPUTE.OUTCOME, Words.of(outcome))
        .set(DISPUTE.ANSWER, answer.isBlank() ? null : answer.strip())
        .where(DISPUTE.ID.eq(dispute))
        .execute();
    if (found.getAcknowledgeBy() != null && found.getAcknowledgedOn() == null) {
      acknowledge(tx, dispute, Acknowledged.ANSWERED, by);
    }
    var facts =
        Map.of("dispute", dispute.toString(), "invoice", contested.number(), "outcome", Words.of(outcome), "answer", answer);
    var summary = "Dispute of " + amount + " on invoice " + contested.number() + " " + Words.of(outcome) + ": " + answer;
    cases.openOf(tx, contested.debtor(), contested.currency())
        .ifPresent(
            head -> {
              cases.write(tx, List.of(head), "dispute-closed", summary, facts, by);
              tasks.verified(tx, head, answer, by);
            });
  }

  /** The disputes on the invoices of a case, the latest first. */
  public List<Dispute> of(DSLContext tx, CaseId id) {
    return tx.select(DISPUTE.fields())
        .select(INVOICE.NUMBER, INVOICE.CURRENCY)
        .from(DISPUTE)
        .join(INVOICE)
        .on(INVOICE.ID.eq(DISPUTE.INVOICE_ID))
        .join(RECOVERY_CASE)
        .on(RECOVERY_CASE.DEBTOR_ID.eq(INVOICE.DEBTOR_ID), RECOVERY_CASE.CURRENCY.eq(INVOICE.CURRENCY))
        .where(RECOVERY_CASE.ID.eq(id.value()))
        .orderBy(DISPUTE.OPENED_ON.desc(), DISPUTE.ID.desc())
        .fetch(Disputes::dispute);
  }

  /** The disputes of an invoice, the latest first. */
  public List<Dispute> of(DSLContext tx, InvoiceId invoice) {
    return tx.select(DISPUTE.fields())
        .select(INVOICE.NUMBER, INVOICE.CURRENCY)
        .from(DISPUTE)
        .join(INVOICE)
        .on(INVOICE.ID.eq(DISPUTE.INVOICE_ID))
        .where(DISPUTE.INVOICE_ID.eq(invoice.value()))
        .orderBy(DISPUTE.OPENED_ON.desc(), DISPUTE.ID.desc())
        .fetch(Disputes::dispute);
  }

  /** The open dispute of an invoice. */
  public Optional<Dispute> openOf(DSLContext tx, InvoiceId invoice) {
    return tx.select(DISPUTE.fields())
        .select(INVOICE.NUMBER, INVOICE.CURRENCY)
        .from(DISPUTE)
        .join(INVOICE)
        .on(INVOICE.ID.eq(DISPUTE.INVOICE_ID))
        .where(DISPUTE.INVOICE_ID.eq(invoice.value()))
        .and(DISPUTE.CLOSED_ON.isNull())
        .fetchOptional(Disputes::dispute);
  }

  private void require(
      DSLContext tx, ContestedInvoice invoice, Money amount, String why, LocalDate answerDueOn, Recorded by) {
    if (why.isBlank()) {
      throw new CannotRecord("Say what is contested.");
    }
    if (answerDueOn.isBefore(by.on())) {
      throw new CannotRecord("Our answer would be due on " + answerDueOn + ", before today, " + by.on() + ".");
    }
    var open = ledger.openBalance(tx, invoice.id(), by.on()).orElseGet(() -> Money.zero(invoice.currency()));
    if (!amount.currency().equals(invoice.currency()) || !amount.isPositive() || amount.compareTo(open) > 0) {
      throw new CannotRecord(
          "Of invoice " + invoice.number() + " " + open + " is open; the contested amount lies between zero and that.");
    }
  }

  private static void requireCredit(
      DSLContext tx, ContestedInvoice invoice, Money amount, LocalDate from, LocalDate to) {
    var credited = invoice.credited(tx, from, to);
    if (credited.compareTo(amount) < 0) {
      throw new CannotRecord(
          "Issue the credit note of "
              + amount
              + " for invoice "
              + invoice.number()
              + " first (credited since the dispute began: "
              + credited
              + "); until then the part stays contested and is not chased.");
    }
  }

  private void tellCase(
      DSLContext tx, ContestedInvoice invoice, UUID id, Money amount, List<String> lines, String why, LocalDate due, Recorded by) {
    cases
        .openOf(tx, invoice.debtor(), invoice.currency())
        .ifPresent(
            head -> {
              var facts =
                  Map.of(
                      "dispute", id.toString(),
                      "invoice", invoice.number(),
                      "amount", amount.plain(),
                      "currency", amount.currency().getCurrencyCode(),
                      "answerDueOn", due.toString(),
                      "lines", lines,
                      "why", why);
              var which = lines.isEmpty() ? "" : " (line " + String.join(", ", lines) + ")";
              var sentence = "Disputes " + amount + " of invoice " + invoice.number() + which + ": " + why;
              cases.write(tx, List.of(head), "dispute-opened", sentence, facts, by);
              tasks.open(tx, head.id(), TaskKind.VERIFY, "answer the dispute of invoice " + invoice.number(), due, by);
            });
  }

  private static Dispute dispute(Record row) {
    return new Dispute(
        row.get(DISPUTE.ID),
        new InvoiceId(row.get(DISPUTE.INVOICE_ID)),
        row.get(INVOICE.NUMBER),
        Money.ofMinor(row.get(DISPUTE.AMOUNT), row.get(INVOICE.CURRENCY)),
        List.of(row.get(DISPUTE.LINES)),
        row.get(DISPUTE.WHY),
        row.get(DISPUTE.OPENED_ON),
        row.get(DISPUTE.ANSWER_DUE_ON),
        Optional.ofNullable(row.get(DISPUTE.ACKNOWLEDGE_BY)),
        Optional.ofNullable(row.get(DISPUTE.ACKNOWLEDGED_ON)),
        Optional.ofNullable(row.get(DISPUTE.ACKNOWLEDGED_HOW)).map(word -> Words.read(Acknowledged.class, word)),
        Optional.ofNullable(row.get(DISPUTE.ESCALATED_ON)),
        Optional.ofNullable(row.get(DISPUTE.CLOSED_ON)),
        Optional.ofNullable(row.get(DISPUTE.OUTCOME)).map(word -> Words.read(DisputeOutcome.class, word)),
        Optional.ofNullable(row.get(DISPUTE.ANSWER)));
  }
}
