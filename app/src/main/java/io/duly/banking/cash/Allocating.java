package io.duly.banking.cash;

import io.duly.cases.CaseNews;
import io.duly.cases.Recorded;
import io.duly.ledger.LedgerBulk;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Turns what the temporary tables of matching say into postings, candidates and lines of the cases' journals. */
@Component
final class Allocating {
  /** Not before the money came, nor before what was last undone on the invoice: a sum of an earlier day must not grow. */
  private static final String POSTINGS =
      """
      select p.posting_id as id, i.creditor_id, i.debtor_id, i.id as invoice_id, i.currency, 'receipt' as kind, p.receipt_id,
             null::uuid as credit_note_id, p.amount,
             greatest(r.received_on, i.issued_on, (select max(b.effective_on) from ledger.posting b where b.invoice_id = i.id and b.reverses_id is not null),
               (select max(u.effective_on) from ledger.used u where u.receipt_id = r.id and u.amount < 0)) as effective_on,
             ?::text as actor, p.why
        from cash_part p join ledger.invoice i on i.id = p.invoice_id join ledger.receipt r on r.id = p.receipt_id
      """;
  private static final String ALLOCATED =
      """
      select i.debtor_id, i.currency, 'money-allocated' as kind, p.amount,
             '{amount} that came on ' || r.received_on || ' was allocated to invoice ' || i.number || ': ' || p.why || '.' as sentence,
             jsonb_build_object('posting', p.posting_id, 'invoice', i.number, 'receipt', p.receipt_id, 'entry', p.entry_id)::text as facts
        from cash_part p join ledger.invoice i on i.id = p.invoice_id join ledger.receipt r on r.id = p.receipt_id
      """;
  private static final String LET_GO =
      """
      select l.id, c.creditor_id, c.debtor_id, c.invoice_id, c.currency, 'write_off' as kind, null::uuid as receipt_id, null::uuid as credit_note_id,
             l.amount, c.effective_on, c.actor, l.reason || ': ' || c.why as why
        from cash_less l join cash_posting c on c.id = l.allocation_id
      """;
  private static final String TOLD =
      """
      select c.debtor_id, c.currency, 'let-go' as kind, l.amount,
             '{amount} of invoice ' || i.number || ' was let go for ' || case l.reason when 'discount' then 'early payment' else 'bank charges' end || '.' as sentence,
             jsonb_build_object('posting', l.id, 'invoice', i.number, 'allocation', l.allocation_id, 'reason', l.reason)::text as facts
        from cash_less l join cash_posting c on c.id = l.allocation_id join ledger.invoice i on i.id = c.invoice_id
      """;
  private static final String SUSPECTED =
      """
      select c.debtor_id, r.currency, 'money-may-have-come' as kind, r.amount,
             '{amount} that came on ' || r.received_on || ' could be this debtor''s: ' || c.why || '. Nobody is contacted until that is settled.' as sentence,
             jsonb_build_object('receipt', r.id)::text as facts
        from cash_candidate c join ledger.receipt r on r.id = c.receipt_id
      """;

  private final LedgerBulk ledger;
  private final CaseNews news;

  Allocating(LedgerBulk ledger, CaseNews news) {
    this.ledger = ledger;
    this.news = news;
  }

  /** @return how many postings were made */
  int apply(DSLContext tx, Recorded by) {
    // Apart from the insert: looked up while it grows, the table of postings would be read again for each.
    tx.execute("create temp table cash_posting on commit drop as " + POSTINGS, by.actor());
    int made = ledger.allocate(tx, "select * from cash_posting");
    letGo(tx, by);
    tx.execute("drop table cash_posting");
    ledger.suspect(tx, "select c.receipt_id, c.debtor_id, r.creditor_id, c.why from cash_candidate c join ledger.receipt r on r.id = c.receipt_id");
    tx.execute("select banking.withdraw_drafts((select array_agg(distinct receipt_id) from cash_part))");
    news.tell(tx, by, ALLOCATED);
    news.tell(tx, by, SUSPECTED);
    return made;
  }

  /** Write-offs of their own, which stand and fall with the allocations. */
  private void letGo(DSLContext tx, Recorded by) {
    int made = ledger.allocate(tx, LET_GO);
    if (made > 0) {
      ledger.accompany(tx, "select id as posting_id, allocation_id, reason from cash_less");
      news.tell(tx, by, TOLD);
    }
  }
}
