package io.duly.intake.stage;

import io.duly.cases.CaseNews;
import io.duly.cases.DisputesInBulk;
import io.duly.cases.Recorded;
import io.duly.corrections.Suspicions;
import io.duly.ledger.LedgerBulk;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Takes what was kept back into the books when its day has come. */
@Component
public final class ArrivalBooks {
  private static final String INVOICE =
      """
      from arriving k cross join lateral jsonb_to_record(k.payload) p (id uuid, debtor_id uuid, number text, currency text,
          gross bigint, tax bigint, issued_on date, delivered_on date, due_on date, order_number text, payment_reference text,
          terms text, why text, dispute_id uuid, dispute_why text, posting_id uuid, invoice_number text, discount_until date, discount bigint)
      """;

  private final LedgerBulk ledger;
  private final DisputesInBulk disputes;
  private final CaseNews news;
  private final DocumentBooks documents;
  private final Offsetting offsetting;
  private final Suspicions suspicions;

  ArrivalBooks(LedgerBulk ledger, DisputesInBulk disputes, CaseNews news, DocumentBooks documents, Offsetting offsetting, Suspicions suspicions) {
    this.ledger = ledger;
    this.disputes = disputes;
    this.news = news;
    this.documents = documents;
    this.offsetting = offsetting;
    this.suspicions = suspicions;
  }

  /** How many of each. */
  public record Counts(long invoices, long receipts, long creditNotes) {}

  public Counts release(DSLContext tx, LocalDate day, Recorded by) {
    int waiting =
        tx.execute(
            """
            create temp table arriving on commit drop as
            select * from intake.kept_back where arrived_at is null and arrives_on <= ? order by id for update
            """,
            day);
    var counts = waiting == 0 ? new Counts(0, 0, 0) : arrive(tx, by);
    tx.execute("drop table arriving");
    return counts;
  }

  private Counts arrive(DSLContext tx, Recorded by) {
    int invoices = invoices(tx);
    int creditNotes = creditNotes(tx, by);
    disputes(tx, by);
    int receipts = payments(tx, by) + money(tx, by);
    suspicions.among(tx, by, "select p.id " + INVOICE + " where k.kind = 'invoice'");
    tx.execute(
        "update intake.kept_back k set arrived_at = ?::timestamptz from arriving a where a.id = k.id",
        by.recordedAt().toString());
    return new Counts(invoices, receipts, creditNotes);
  }

  /** A number that came in by another way meanwhile is not recorded twice. */
  private int invoices(DSLContext tx) {
    int arrived = ledger.record(
        tx,
        "select p.id, k.creditor_id, p.debtor_id, p.number, p.currency, p.gross, p.tax, p.issued_on, p.delivered_on, p.due_on,"
            + " p.order_number, p.payment_reference, p.terms as terms_version "
            + INVOICE
            + " where k.kind = 'invoice' and not exists (select from ledger.invoice e where e.creditor_id = k.creditor_id and e.number = p.number)");
    ledger.grant(tx, "select p.id as invoice_id, k.creditor_id, p.discount_until as until, p.discount as amount " + INVOICE
        + " join ledger.invoice l on l.id = p.id where k.kind = 'invoice' and p.discount is not null");
    return arrived;
  }

  private int creditNotes(DSLContext tx, Recorded by) {
    int arrived = ledger.credit(
        tx,
        "select p.id, k.creditor_id, p.debtor_id, p.number, p.currency, p.gross as amount, p.issued_on, p.why "
            + INVOICE
            + " where k.kind = 'credit_note' and not exists (select from ledger.credit_note e where e.creditor_id = k.creditor_id and e.number = p.number)");
    offsetting.post(
        tx, Offsetting.Of.CREDIT_NOTES,
        "select row_number() over (order by k.arrives_on, k.id) as line, p.posting_id, c.id, c.creditor_id, c.debtor_id, c.currency, c.amount,"
            + " c.issued_on as since, p.invoice_number "
            + INVOICE
            + " join ledger.credit_note c on c.id = p.id where k.kind = 'credit_note' and p.posting_id is not null",
        by);
    return arrived;
  }

  private void disputes(DSLContext tx, Recorded by) {
    disputes.record(
        tx, by,
        "select p.dispute_id as id, p.id as invoice_id, p.gross as amount, coalesce(p.dispute_why,"
            + " 'contested, as the list of invoices says') as why, p.issued_on as opened_on, null::date as closed_on "
            + INVOICE
            + " where k.kind = 'invoice' and p.dispute_id is not null");
  }

  private int payments(DSLContext tx, Recorded by) {
    tx.execute(Settlement.TABLE);
    tx.execute(
        """
        insert into payment
        select k.line, p.id, p.posting_id, e.id, p.amount, k.arrives_on, p.kind
          from arriving k cross join lateral jsonb_to_record(k.payload) p (id uuid, posting_id uuid, amount bigint, kind text)
          join ledger.invoice e on e.creditor_id = k.creditor_id and e.number = k.key
         where k.kind = 'receipt' and not jsonb_exists(k.payload, 'source_key')
        """);
    int receipts = new Settlement(tx, ledger, news).post(by);
    disputes.settle(tx, by, "select invoice_id from paying");
    tx.execute("drop table paying");
    return receipts;
  }

  /** Receipts of lists of receipts: allocated as if they came in today's file. */
  private int money(DSLContext tx, Recorded by) {
    tx.execute(
        """
        create temp table incoming on commit drop as
        select row_number() over (order by k.arrives_on, k.id) as line, k.creditor_id, p.*
          from arriving k cross join lateral jsonb_to_record(k.payload) p (id uuid, debtor_number text, source_key text, currency text,
              amount bigint, received_on date, reference text, payer text, invoice_number text, posting_id uuid)
         where k.kind = 'receipt' and jsonb_exists(k.payload, 'source_key')
           and not exists (select from ledger.receipt r where r.creditor_id = k.creditor_id and r.source_key = k.key)
        """);
    int receipts = tx.execute("create temp table entering on commit drop as select line from incoming");
    if (receipts > 0) {
      documents.receive(tx, by);
    }
    tx.execute("drop table incoming, entering");
    return receipts;
  }
}
