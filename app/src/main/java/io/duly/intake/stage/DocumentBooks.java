package io.duly.intake.stage;

import io.duly.cases.CaseNews;
import io.duly.cases.DisputesInBulk;
import io.duly.cases.Recorded;
import io.duly.intake.reading.Layout;
import io.duly.intake.rows.Note;
import io.duly.ledger.LedgerBulk;
import io.duly.parties.Parties;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Takes staged credit notes and receipts into the books and sets them against the invoice they name, as far as it is
 * open; the rest stays unallocated. Nothing is allocated to an invoice on which something was ever reversed: a person does.
 */
@Component
public final class DocumentBooks {
  private static final String DEBTOR =
      """
      left join ledger.invoice e on e.creditor_id = i.creditor_id and e.number = i.invoice_number and e.currency = i.currency
      left join parties.debtor d on d.creditor_id = i.creditor_id and d.external_id = i.debtor_number
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
  private final DisputesInBulk disputes;
  private final CaseNews news;

  DocumentBooks(Parties parties, LedgerBulk ledger, DisputesInBulk disputes, CaseNews news) {
    this.parties = parties;
    this.ledger = ledger;
    this.disputes = disputes;
    this.news = news;
  }

  /** Receipts; money of which nobody says whose it is is taken in all the same. */
  public Outcome enterReceipts(Taking taking, FileRecord file, Recorded by) {
    var tx = taking.tx();
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
    allocate(tx, "receipt", "i.received_on", "true", by);
  }

  /** Credit notes of which neither row nor invoice says whose they are, and such as are known with another amount. */
  public Map<Long, Note> unclear(Taking taking) {
    return taking.tx()
        .fetch(
            """
            select i.line, c.id is null as lost from incoming i %s
              left join ledger.credit_note c on c.creditor_id = i.creditor_id and c.number = i.number
             where (c.id is null and i.debtor_number is null and e.id is null) or c.amount <> i.amount or c.currency <> i.currency
            """.formatted(DEBTOR))
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
    allocate(tx, "credit_note", "i.issued_on", "e.debtor_id = coalesce(d.id, e.debtor_id)", by);
    return kept(file, by);
  }

  private static void keepCreditNotes(Taking taking) {
    new KeptBack(taking.tx()).keep(
        """
        select i.creditor_id, i.line, 'credit_note' as kind, i.number as key, i.issued_on as arrives_on,
            jsonb_strip_nulls(jsonb_build_object('id', i.id, 'debtor_id', coalesce(d.id, e.debtor_id), 'number', i.number,
              'currency', i.currency, 'gross', i.amount, 'issued_on', i.issued_on, 'why', i.why)) as payload
          from incoming i join entering using (line) %s where i.issued_on > ?
           and not exists (select from intake.kept_back k where k.creditor_id = i.creditor_id and k.kind = 'credit_note' and k.key = i.number)
        """.formatted(DEBTOR),
        taking.issuedUntil());
    taking.tx().execute("create temp table later on commit drop as select i.line from incoming i where i.issued_on > ?", taking.issuedUntil());
    taking.tx().execute("delete from entering where line in (select line from later)");
  }

  private static void prepare(DSLContext tx, String fresh) {
    tx.execute("create temp table entering on commit drop as " + fresh);
  }

  /** Several for one invoice take what is open in the order of the file. */
  private void allocate(DSLContext tx, String kind, String since, String fits, Recorded by) {
    tx.execute(
        """
        create temp table paying on commit drop as
        select line, posting_id, id, invoice_id, creditor_id, debtor_id, currency, number, since,
            least(amount, greatest(open - coalesce(before, 0), 0))::bigint as amount, effective_on
          from (select i.line, i.posting_id, i.id, e.id as invoice_id, e.creditor_id, e.debtor_id, e.currency, e.number, i.amount, %2$s as since,
                  e.gross - coalesce((select sum(p.amount) from ledger.posting p where p.invoice_id = e.id), 0) as open,
                  sum(i.amount) over (partition by e.id order by i.line rows between unbounded preceding and 1 preceding) as before,
                  greatest(%2$s, e.issued_on) as effective_on
                from incoming i join entering using (line) %1$s
                where e.id is not null and %3$s
                  and not exists (select from ledger.posting p where p.invoice_id = e.id and p.amount < 0)) q
         where open > coalesce(before, 0)
        """.formatted(DEBTOR, since, fits));
    ledger.allocate(
        tx,
        """
        select posting_id as id, creditor_id, debtor_id, invoice_id, currency, '%1$s' as kind,
            case when '%1$s' = 'receipt' then id end as receipt_id, case when '%1$s' = 'credit_note' then id end as credit_note_id,
            amount, effective_on, ?::text as actor, 'the file names the invoice' as why
          from paying
        """.formatted(kind),
        by.actor());
    disputes.settle(tx, by, "select invoice_id from paying");
    news.tell(
        tx, by,
        """
        select debtor_id, currency, '%s' as kind, amount, '{amount} set against invoice ' || number as sentence,
            json_build_object('invoice', number, 'since', since)::text as facts from paying
        """.formatted(kind.replace('_', '-')));
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
