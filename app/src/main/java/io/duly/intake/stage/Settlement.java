package io.duly.intake.stage;

import io.duly.cases.CaseNews;
import io.duly.cases.Recorded;
import io.duly.ledger.LedgerBulk;
import org.jooq.DSLContext;

/**
 * Posts what was paid on invoices: rows of the temporary table {@code payment} become receipts, each allocated to its
 * invoice. What a reversal once gave back is only paid from the day of the reversal on.
 */
final class Settlement {
  /** One row: what is to be paid on an invoice; {@code amount} null means all that is open. */
  static final String TABLE =
      "create temp table payment (line bigint, id uuid, posting_id uuid, invoice_id uuid, amount bigint, received_on date, kind text) on commit drop";

  private static final String DUE =
      """
      select y.line, y.id, y.posting_id, y.kind, i.id as invoice_id, i.creditor_id, i.debtor_id, i.currency, i.number,
          least(coalesce(y.amount, i.gross), i.gross - coalesce(b.paid, 0)) as amount, y.received_on,
          greatest(y.received_on, i.issued_on, b.last_reversal) as effective_on
        from payment y join ledger.invoice i on i.id = y.invoice_id left join (
          select invoice_id, sum(amount) as paid, max(effective_on) filter (where amount < 0) as last_reversal
            from ledger.posting where invoice_id in (select invoice_id from payment) group by invoice_id) b on b.invoice_id = i.id
       where i.gross > coalesce(b.paid, 0)
      """;

  private final DSLContext tx;
  private final LedgerBulk ledger;
  private final CaseNews news;

  Settlement(DSLContext tx, LedgerBulk ledger, CaseNews news) {
    this.tx = tx;
    this.ledger = ledger;
    this.news = news;
  }

  /** Returns how many receipts came; they stay in the temporary table {@code paying}. */
  int post(Recorded by) {
    tx.execute("create temp table paying on commit drop as " + DUE);
    int receipts =
        ledger.receive(
            tx,
            """
            select id, creditor_id, debtor_id, currency, amount, received_on, kind, number as reference, null as payer,
                null as source_key from paying
            """);
    ledger.allocate(
        tx,
        """
        select posting_id as id, creditor_id, debtor_id, invoice_id, currency, 'receipt' as kind, id as receipt_id,
            null::uuid as credit_note_id, amount, effective_on, ?::text as actor,
            case kind when 'reported' then 'the list of open items said less was open' else 'settled, as the file said' end as why
          from paying
        """,
        by.actor());
    tx.execute("drop table payment");
    tellCases(by);
    return receipts;
  }

  private void tellCases(Recorded by) {
    news.tell(
        tx, by,
        """
        select debtor_id, currency, 'receipt' as kind, amount, '{amount} came for invoice ' || number as sentence,
            json_build_object('invoice', number, 'receivedOn', received_on, 'how', kind)::text as facts from paying
        """);
  }
}
