package io.duly.desk.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Finds invoices by their number, its beginning or its end. */
final class InvoiceSearch {
  private static final String FOUND =
      """
      select i.number, i.currency, i.due_on, d.name as debtor, cr.name as creditor,
             i.gross - coalesce((select sum(p.amount) from ledger.posting p
                                  where p.invoice_id = i.id and p.effective_on <= ?), 0)::bigint as open,
             (select c.number from cases.recovery_case c
               where c.debtor_id = i.debtor_id and c.currency = i.currency order by c.opened_on desc limit 1) as case_number
        from ledger.search_in_scope(?, ?) found
        join ledger.invoice i on i.id = found.invoice_id
        join parties.debtor d on d.id = i.debtor_id
        join parties.creditor cr on cr.id = i.creditor_id
       order by found.whole desc, i.number, cr.name
      """;

  private InvoiceSearch() {}

  static List<Results.FoundInvoice> find(DSLContext scoped, String words, LocalDate today, int most) {
    return scoped.fetch(FOUND, today, words, most).map(InvoiceSearch::invoice);
  }

  private static Results.FoundInvoice invoice(Record row) {
    return new Results.FoundInvoice(
        row.get("number", String.class),
        row.get("debtor", String.class),
        row.get("creditor", String.class),
        row.get("currency", String.class),
        row.get("open", Long.class),
        row.get("due_on", LocalDate.class),
        Optional.ofNullable(row.get("case_number", Long.class)));
  }
}
