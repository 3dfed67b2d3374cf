package io.duly.desk.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * An invoice that money could go to.
 *
 * @param open minor units of the money's currency
 */
public record OpenInvoice(String number, String debtor, LocalDate dueOn, long open) {
  private static final int MOST = 60;

  /** Those of the debtors whose the money could be, and those that the words name; the oldest first. */
  static List<OpenInvoice> forMoney(DSLContext scoped, UUID entry, String words) {
    var like = words.isBlank() ? "" : "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    return scoped
        .fetch(
            """
            select i.number, d.name, i.due_on, i.gross - coalesce(p.amount, 0) as open
              from banking.entry e join ledger.invoice i on i.creditor_id = e.creditor_id and i.currency = e.currency and i.settled_on is null
              join parties.debtor d on d.id = i.debtor_id
              left join lateral (select sum(x.amount)::bigint as amount from ledger.posting x where x.invoice_id = i.id) p on true
             where e.id = ? and i.gross > coalesce(p.amount, 0)
               and case when ? = '' then i.debtor_id in (select r.debtor_id from ledger.receipt_candidate r where r.receipt_id = e.receipt_id)
                     else d.name ilike ? or i.number ilike ? or d.external_id = ? end
             order by d.name, i.due_on, i.number limit ?
            """,
            entry, like, like, like, words.strip(), MOST)
        .map(row -> new OpenInvoice(
            row.get("number", String.class), row.get("name", String.class), row.get("due_on", LocalDate.class), row.get("open", Long.class)));
  }
}
