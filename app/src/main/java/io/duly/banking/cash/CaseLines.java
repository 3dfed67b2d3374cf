package io.duly.banking.cash;

import io.duly.cases.CaseNews;
import io.duly.cases.Recorded;
import io.duly.kernel.ReceiptId;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Lines of cases' journals about one piece of money. */
@Component
final class CaseLines {
  private final CaseNews news;

  CaseLines(CaseNews news) {
    this.news = news;
  }

  /** For everybody whose it could have been. */
  void ofCandidates(DSLContext tx, ReceiptId receipt, String kind, String sentence, Recorded by) {
    news.tell(tx, by,
        """
        select c.debtor_id, r.currency, ?::text as kind, r.amount, ?::text as sentence, jsonb_build_object('receipt', r.id)::text as facts
          from ledger.receipt_candidate c join ledger.receipt r on r.id = c.receipt_id where r.id = ?
        """,
        kind, sentence, receipt.value());
  }

  /** For the debtor of a posting on a charge. */
  void ofChargePosting(DSLContext tx, UUID posting, String kind, String sentence, Recorded by) {
    news.tell(tx, by,
        """
        select p.debtor_id, p.currency, ?::text as kind, p.amount, ?::text || ' (charges on invoice ' || i.number || ', {amount})' as sentence,
               jsonb_build_object('posting', p.id, 'invoice', i.number, 'charge', c.id)::text as facts
          from ledger.charge_posting p join ledger.charge c on c.id = p.charge_id join ledger.invoice i on i.id = c.invoice_id where p.id = ?
        """,
        kind, sentence, posting);
  }

  /** For the debtor of a posting. */
  void ofPosting(DSLContext tx, UUID posting, String kind, String sentence, Recorded by) {
    news.tell(tx, by,
        """
        select p.debtor_id, p.currency, ?::text as kind, p.amount, ?::text || ' (invoice ' || i.number || ', {amount})' as sentence,
               jsonb_build_object('posting', p.id, 'invoice', i.number)::text as facts
          from ledger.posting p join ledger.invoice i on i.id = p.invoice_id where p.id = ?
        """,
        kind, sentence, posting);
  }
}
