package io.duly.intake.stage;

/**
 * What staged invoices say was paid: a settlement date pays what is open that day; a lower open amount than the books
 * have means that the difference came, on the day as of which the list is taken in.
 */
final class InvoicePayments {
  private final Taking taking;

  InvoicePayments(Taking taking) {
    this.taking = taking;
  }

  void find() {
    var tx = taking.tx();
    tx.execute(Settlement.TABLE);
    tx.execute(
        """
        insert into payment
        select i.line, i.receipt_id, i.posting_id, i.id, case when i.settled_on is null then i.gross - i.open - coalesce(o.amount, 0) end,
            coalesce(i.settled_on, greatest(i.issued_on, ?)), case when i.settled_on is null then 'reported' else 'file' end
          from incoming i left join (select invoice_id, sum(amount)::bigint as amount from offsetting group by invoice_id) o on o.invoice_id = i.id
         where not i.credit and (i.settled_on is not null or i.gross - i.open > coalesce(o.amount, 0)) and i.receipt_id is not null and i.issued_on <= ? and coalesce(i.settled_on <= ?, true)
           and not exists (select from seen s where s.line = i.line)
        """,
        taking.knownDay(), taking.issuedUntil(), taking.knownDay());
    known();
  }

  /** Invoices that the books know: compared with what is open on them now. */
  private void known() {
    var tx = taking.tx();
    tx.execute(
        """
        create temp table still_open on commit drop as
        select s.line, e.id, e.gross - coalesce(sum(p.amount), 0) as open
          from seen s join ledger.invoice e on e.id = s.invoice_id left join ledger.posting p on p.invoice_id = e.id
         where s.same group by s.line, e.id, e.gross
        """);
    tx.execute(
        """
        insert into payment
        select i.line, i.receipt_id, i.posting_id, o.id, case when i.settled_on is null then o.open - i.open end,
            coalesce(i.settled_on, greatest(i.issued_on, ?)), case when i.settled_on is null then 'reported' else 'file' end
          from still_open o join incoming i on i.line = o.line
         where i.receipt_id is not null and o.open > case when i.settled_on is null then i.open else 0 end
           and coalesce(i.settled_on <= ?, true)
        """,
        taking.knownDay(), taking.knownDay());
    tx.execute(
        """
        insert into note
        select i.line, 'openAmount', 'open-above-books', 'More is said to be open than the books have after what was paid; nothing was changed. Reverse a payment that bounced by hand.', true
          from still_open o join incoming i on i.line = o.line where i.open > o.open and i.settled_on is null
        """);
  }
}
