package io.duly.intake.stage;

import io.duly.cases.DisputesInBulk;
import io.duly.cases.Recorded;

/**
 * What staged invoices say is disputed. A list says that an invoice is contested, not since when: it counts from the day
 * on which the list is taken in, or from the issue date where that is later, so that the days to answer begin when we
 * learnt of it. Of an invoice that was settled by then it is history: contested from its issue to its settlement.
 */
final class InvoiceDisputes {
  private final Taking taking;
  private final DisputesInBulk disputes;

  InvoiceDisputes(Taking taking, DisputesInBulk disputes) {
    this.taking = taking;
    this.disputes = disputes;
  }

  void record(Recorded by) {
    disputes.record(
        taking.tx(), by,
        """
        select i.dispute_id as id, e.id as invoice_id,
            e.gross - case when e.settled_on is null
              then coalesce((select sum(p.amount) from ledger.posting p where p.invoice_id = e.id), 0) else 0 end as amount,
            coalesce(i.dispute_why, 'contested, as the list of invoices says') as why,
            case when e.settled_on is null then greatest(i.issued_on, ?) else e.issued_on end as opened_on, e.settled_on as closed_on
          from incoming i left join seen s on s.line = i.line
          join ledger.invoice e on e.id = case when s.line is null then i.id else s.invoice_id end
         where i.disputed and not i.credit and coalesce(s.same, true)
        """,
        taking.knownDay());
    disputes.settle(taking.tx(), by, "select invoice_id from paying");
  }
}
