package io.duly.intake.stage;

import io.duly.cases.Recorded;
import io.duly.intake.reading.Layout;
import io.duly.intake.rows.Note;
import io.duly.kernel.Money;
import io.duly.ledger.LedgerBulk;
import io.duly.parties.Parties;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Takes staged credit notes and receipts into the books and sets them against the invoice they name. */
@Component
public final class DocumentBooks {
  private static final String DEBTOR =
      """
      left join ledger.invoice e on e.creditor_id = i.creditor_id and e.number = i.invoice_number and e.currency = i.currency
      left join parties.debtor d on d.creditor_id = i.creditor_id and d.external_id = i.debtor_number
      """;
  /** An invoice that still waits for its day knows whose it is, too. */
  private static final String WAITING =
      """
      left join lateral (
        select (k.payload ->> 'debtor_id')::uuid as debtor_id from intake.kept_back k
         where k.creditor_id = i.creditor_id and k.kind = 'invoice' and k.key = i.invoice_number limit 1) w on true
      """;
  private static final String RECEIPTS_NEW =
      """
      select i.line from incoming i where not exists (select from ledger.receipt r where r.creditor_id = i.creditor_id and r.source_key = i.source_key)
         and not exists (select from incoming f where f.creditor_id = i.creditor_id and f.source_key = i.source_key and f.line < i.line)
      """;
  private static final String CREDIT_NOTES_NEW =
      """
      select i.line from incoming i where not exists (select from ledger.credit_note c where c.creditor_id = i.creditor_id and c.number = i.number)
         and not exists (select from incoming f where f.creditor_id = i.creditor_id and f.number = i.number and f.line < i.line)
      """;

  private final Parties parties;
  private final LedgerBulk ledger;
  private final Offsetting offsetting;

  DocumentBooks(Parties parties, LedgerBulk ledger, Offsetting offsetting) {
    this.parties = parties;
    this.ledger = ledger;
    this.offsetting = offsetting;
  }

  /** Receipts; money of which nobody says whose it is is taken in all the same. */
  public Outcome enterReceipts(Taking taking, FileRecord file, Recorded by) {
    var tx = taking.tx();
    tx.execute("delete from incoming where line in (select line from aside)");
    prepare(tx, RECEIPTS_NEW);
    keepReceipts(taking);
    receive(tx, by);
    note(tx, "debtorNumber", "debtor-unknown", "It is not known whose this money is; it was taken in and waits to be allocated.",
        "select from ledger.receipt r where r.id = i.id and r.debtor_id is null");
    return kept(file, by);
  }

  /** Those of days to come wait. */
  private void keepReceipts(Taking taking) {
    new KeptBack(taking.tx()).keep(
        """
        select i.creditor_id, i.line, 'receipt' as kind, i.source_key as key, i.received_on as arrives_on,
            jsonb_strip_nulls(to_jsonb(i) - 'line' - 'creditor_id') as payload
          from incoming i join entering using (line) where i.received_on > ?
           and not exists (select from intake.kept_back k where k.creditor_id = i.creditor_id and k.kind = 'receipt' and k.key = i.source_key)
        """,
        taking.knownDay());
    taking.tx().execute("create temp table later on commit drop as select i.line from incoming i where i.received_on > ?", taking.knownDay());
    taking.tx().execute("delete from entering where line in (select line from later)");
  }

  /** The rows of {@code incoming} whose lines are in {@code entering}. */
  void receive(DSLContext tx, Recorded by) {
    ledger.receive(
        tx,
        """
        select i.id, i.creditor_id, coalesce(d.id, e.debtor_id) as debtor_id, i.currency, i.amount, i.received_on, 'file' as kind,
            i.reference, i.payer, i.source_key
          from incoming i join entering using (line) %s
        """.formatted(DEBTOR));
    offset(tx, Offsetting.Of.RECEIPTS, "received_on", by);
  }

  /** Payments that are known by their number, or by an earlier row of the file, with another amount. */
  public Map<Long, Note> otherAmounts(Taking taking) {
    return taking.tx()
        .fetch(
            """
            select i.line, min(k.amount) as amount, min(k.currency) as currency
              from incoming i join (
                select r.creditor_id, r.source_key, r.amount, r.currency::text as currency from ledger.receipt r
                 where r.creditor_id in (select creditor_id from target)
                union all
                select k.creditor_id, k.key, (k.payload ->> 'amount')::bigint, k.payload ->> 'currency' from intake.kept_back k
                 where k.kind = 'receipt' and k.arrived_at is null and jsonb_exists(k.payload, 'source_key')
                union all
                (select distinct on (creditor_id, source_key) creditor_id, source_key, amount, currency from incoming
                  order by creditor_id, source_key, line)) k
                on k.creditor_id = i.creditor_id and k.source_key = i.source_key
             where (k.amount, k.currency) <> (i.amount, i.currency) group by i.line
            """)
        .intoMap(row -> row.get("line", Long.class), DocumentBooks::otherAmount);
  }

  private static Note otherAmount(Record row) {
    var known = Money.ofMinor(row.get("amount", Long.class), row.get("currency", String.class));
    return new Note(row.get("line", Long.class), "receiptId", "number-taken",
        "A payment of this number was taken in before as " + known + ". Money that came is never changed: reverse what it was"
            + " allocated to by hand, or give this one its own number.");
  }

  /** Credit notes of which neither row nor invoice says whose they are, and such as are known with another amount. */
  public Map<Long, Note> unclear(Taking taking) {
    return taking.tx()
        .fetch(
            """
            select i.line, c.id is null and i.debtor_number is null and e.id is null and w.debtor_id is null as lost from incoming i %s %s
              left join ledger.credit_note c on c.creditor_id = i.creditor_id and c.number = i.number
             where (c.id is null and i.debtor_number is null and e.id is null and w.debtor_id is null)
                or c.amount <> i.amount or c.currency <> i.currency
                or exists (select from intake.kept_back k where k.creditor_id = i.creditor_id and k.kind = 'credit_note' and k.key = i.number
                  and k.arrived_at is null and ((k.payload ->> 'gross')::bigint, k.payload ->> 'currency') <> (i.amount, i.currency))
                or exists (select from incoming f where f.creditor_id = i.creditor_id and f.number = i.number and f.line < i.line
                  and (f.amount, f.currency) <> (i.amount, i.currency))
            """.formatted(DEBTOR, WAITING))
        .intoMap(row -> row.get("line", Long.class), row -> row.get("lost", Boolean.class)
            ? new Note(row.get("line", Long.class), "invoiceNumber", "invoice-unknown", "There is no such invoice, and no customer number: it is not known whose this is.")
            : new Note(row.get("line", Long.class), "number", "number-taken", "A credit note of this number was taken in before with another amount. Give this one its own number."));
  }

  public Outcome enterCreditNotes(Taking taking, Layout layout, FileRecord file, Recorded by) {
    var tx = taking.tx();
    new DebtorEntry(parties, tx).mention(layout);
    tx.execute("delete from incoming where line in (select line from aside)");
    prepare(tx, CREDIT_NOTES_NEW);
    keepCreditNotes(taking);
    ledger.credit(
        tx,
        """
        select i.id, i.creditor_id, coalesce(d.id, e.debtor_id) as debtor_id, i.number, i.currency, i.amount, i.issued_on, i.why
          from incoming i join entering using (line) %s where coalesce(d.id, e.debtor_id) is not null
        """.formatted(DEBTOR));
    offset(tx, Offsetting.Of.CREDIT_NOTES, "issued_on", by);
    return kept(file, by);
  }

  private static void keepCreditNotes(Taking taking) {
    new KeptBack(taking.tx()).keep(
        """
        select i.creditor_id, i.line, 'credit_note' as kind, i.number as key, i.issued_on as arrives_on,
            jsonb_strip_nulls(jsonb_build_object('id', i.id, 'debtor_id', coalesce(d.id, e.debtor_id, w.debtor_id), 'number', i.number,
              'currency', i.currency, 'gross', i.amount, 'issued_on', i.issued_on, 'why', i.why, 'posting_id', i.posting_id,
              'invoice_number', i.invoice_number)) as payload
          from incoming i join entering using (line) %s %s where i.issued_on > ?
           and not exists (select from intake.kept_back k where k.creditor_id = i.creditor_id and k.kind = 'credit_note' and k.key = i.number)
        """.formatted(DEBTOR, WAITING),
        taking.issuedUntil());
    taking.tx().execute("create temp table later on commit drop as select i.line from incoming i where i.issued_on > ?", taking.issuedUntil());
    taking.tx().execute("delete from entering where line in (select line from later)");
  }

  private static void prepare(DSLContext tx, String fresh) {
    tx.execute("create temp table entering on commit drop as " + fresh);
  }

  private void offset(DSLContext tx, Offsetting.Of what, String since, Recorded by) {
    offsetting.post(
        tx, what,
        """
        select i.line, i.posting_id, i.id, i.creditor_id, d.id as debtor_id, i.currency, i.amount, i.%s as since, i.invoice_number
          from incoming i join entering using (line)
          left join parties.debtor d on d.creditor_id = i.creditor_id and d.external_id = i.debtor_number
        """.formatted(since),
        by);
  }

  private static void note(DSLContext tx, String field, String code, String sentence, String where) {
    tx.execute(
        "insert into note select i.line, ?, ?, ? from incoming i join entering using (line) where exists (" + where + ")", field, code, sentence);
  }

  private static Outcome kept(FileRecord file, Recorded by) {
    file.keep(by.recordedAt(), "select i.creditor_id, i.line, null::uuid as invoice_id from incoming i where i.line in (select line from entering)"
        + " or i.line in (select k.line from intake.kept_back k join target t on t.file_id = k.file_id)");
    return file.outcome();
  }
}
