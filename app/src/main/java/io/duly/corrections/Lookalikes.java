package io.duly.corrections;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Finds invoices that may ask for the same money as another one under another number: the same debtor, amount and currency,
 * and the same order, issue day or due day. Of two electronic ones the lines are known, and decide elsewhere.
 */
final class Lookalikes {
  /** What comes every month is told from what came twice by the days between. */
  private static final int CLOSE_DAYS = 14;

  /** More that are alike are a series: many places or seats, one price. */
  private static final int MOST_ALIKE = 3;

  /** One amount asked of one debtor more often than this is a price, and every pair of them is not compared. */
  private static final int MOST_OF_ONE_AMOUNT = 1_000;

  private Lookalikes() {}

  /**
   * Two of one debtor.
   *
   * @param invoice the one that may ask a second time
   * @param why what is the same, in words
   */
  record Pair(UUID invoice, UUID earlier, String why) {}

  /** @param invoices SQL of the caller's own that yields the ids of the invoices to look at */
  static List<Pair> among(DSLContext tx, String invoices, Object... values) {
    return tx.fetch(find(invoices), values)
        .map(row -> new Pair(row.get("invoice_id", UUID.class), row.get("earlier_id", UUID.class), row.get("why", String.class)));
  }

  /** Of one that is settled and one that is not, the open one asks a second time; else the later one. */
  private static String find(String invoices) {
    return """
      with wanted as materialized (select i.id, i.debtor_id, i.gross from ledger.invoice i where i.id in (%s)),
      again as materialized (
        select o.debtor_id, o.gross from ledger.invoice o where o.debtor_id in (select debtor_id from wanted)
         group by o.debtor_id, o.gross having count(*) between 2 and %d),
      fresh as materialized (
        select i.id, i.debtor_id, i.creditor_id, i.number, i.currency, i.gross, i.issued_on, i.due_on, i.delivered_on, i.order_number, i.settled_on
          from wanted w join again using (debtor_id, gross) join ledger.invoice i on i.id = w.id),
      alike as (
        select f.id as fresh_id, o.id as other_id, f.debtor_id, f.creditor_id, f.order_number = o.order_number as same_order,
            f.issued_on = o.issued_on as same_issue, f.due_on = o.due_on as same_due, f.delivered_on = o.delivered_on as same_delivery,
            case when (f.settled_on is null) <> (o.settled_on is null) then f.settled_on is null
                 else (f.issued_on, f.number) > (o.issued_on, o.number) end as fresh_is_later
          from fresh f join ledger.invoice o on o.debtor_id = f.debtor_id and o.currency = f.currency and o.gross = f.gross and o.id <> f.id
         where (f.settled_on is null or o.settled_on is null)
           and coalesce(f.delivered_on = o.delivered_on, true) and coalesce(f.order_number = o.order_number, true)
           and (f.issued_on = o.issued_on
             or (abs(f.issued_on - o.issued_on) <= %d and (f.due_on = o.due_on or f.order_number = o.order_number))
             or (f.order_number = o.order_number and f.delivered_on = o.delivered_on))
           and not exists (select from einvoice.e_invoice a join einvoice.e_invoice b on b.invoice_id = o.id where a.invoice_id = f.id)),
      pair as (
        select distinct case when fresh_is_later then fresh_id else other_id end as invoice_id,
            case when fresh_is_later then other_id else fresh_id end as earlier_id, debtor_id, creditor_id,
            concat_ws(', ', 'same amount', case when same_order then 'order' end, case when same_delivery then 'delivery' end,
              case when same_issue then 'issue day' end, case when same_due then 'due day' end) as why
          from alike)
      select distinct on (p.invoice_id) p.*
        from (select p.*, count(*) over (partition by p.invoice_id) as n from pair p) p join ledger.invoice e on e.id = p.earlier_id
        join ledger.invoice l on l.id = p.invoice_id
       where p.n < %d and l.settled_on is null
         and not exists (select from ledger.posting c where c.invoice_id = e.id and c.kind = 'credit_note' and e.settled_on is not null)
         and not exists (select from corrections.possible_duplicate k where k.invoice_id = p.invoice_id)
         and not exists (select from corrections.possible_duplicate k where k.invoice_id = p.earlier_id and k.earlier_id = p.invoice_id)
       order by p.invoice_id, e.issued_on, e.number
      """
        .formatted(invoices, MOST_OF_ONE_AMOUNT, CLOSE_DAYS, MOST_ALIKE);
  }
}
