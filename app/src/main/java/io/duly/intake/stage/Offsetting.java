package io.duly.intake.stage;

import io.duly.cases.CaseNews;
import io.duly.cases.DisputesInBulk;
import io.duly.cases.Recorded;
import io.duly.ledger.LedgerBulk;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Sets receipts and credit notes against the invoice that each names, as far as it is open, in the order of the file; the
 * rest stays unallocated. Nothing is set against an invoice on which something was ever reversed: a person does.
 */
@Component
final class Offsetting {
  private final LedgerBulk ledger;
  private final DisputesInBulk disputes;
  private final CaseNews news;

  Offsetting(LedgerBulk ledger, DisputesInBulk disputes, CaseNews news) {
    this.ledger = ledger;
    this.disputes = disputes;
    this.news = news;
  }

  /** What is set against what. */
  enum Of {
    RECEIPTS("receipt", "true"),
    CREDIT_NOTES("credit_note", "e.debtor_id = coalesce(s.debtor_id, e.debtor_id)");

    private final String kind;
    private final String fits;

    Of(String kind, String fits) {
      this.kind = kind;
      this.fits = fits;
    }
  }

  /**
   * Posts; what was posted is in the temporary table {@code offsetting} then, until the next time.
   *
   * @param source SQL of the caller's own, yielding line, posting_id, id, creditor_id, debtor_id (null where only the invoice
   *     tells), currency, amount, since and invoice_number of what is in the ledger
   */
  void post(DSLContext tx, Of what, String source, Recorded by) {
    tx.execute("drop table if exists pg_temp.offsetting");
    int found = tx.execute(
        """
        create temp table offsetting on commit drop as
        select line, posting_id, id, invoice_id, creditor_id, debtor_id, currency, number, since,
            least(amount, greatest(open - coalesce(before, 0), 0))::bigint as amount, effective_on
          from (select s.line, s.posting_id, s.id, e.id as invoice_id, e.creditor_id, e.debtor_id, e.currency, e.number, s.amount, s.since,
                  e.gross - coalesce((select sum(p.amount) from ledger.posting p where p.invoice_id = e.id), 0) as open,
                  sum(s.amount) over (partition by e.id order by s.line rows between unbounded preceding and 1 preceding) as before,
                  greatest(s.since, e.issued_on) as effective_on
                from (%1$s) s
                join ledger.invoice e on e.creditor_id = s.creditor_id and e.number = s.invoice_number and e.currency = s.currency
                where %2$s and not exists (select from ledger.posting p where p.invoice_id = e.id and p.amount < 0)) q
         where open > coalesce(before, 0)
        """.formatted(source, what.fits));
    if (found > 0) {
      allocate(tx, what, by);
    }
  }

  private void allocate(DSLContext tx, Of what, Recorded by) {
    ledger.allocate(
        tx,
        """
        select posting_id as id, creditor_id, debtor_id, invoice_id, currency, '%1$s' as kind,
            case when '%1$s' = 'receipt' then id end as receipt_id, case when '%1$s' = 'credit_note' then id end as credit_note_id,
            amount, effective_on, ?::text as actor, 'the file names the invoice' as why
          from offsetting
        """.formatted(what.kind),
        by.actor());
    disputes.settle(tx, by, "select invoice_id from offsetting");
    news.tell(
        tx, by,
        """
        select debtor_id, currency, '%s' as kind, amount, '{amount} set against invoice ' || number as sentence,
            json_build_object('invoice', number, 'since', since)::text as facts from offsetting
        """.formatted(what.kind.replace('_', '-')));
  }
}
