package io.duly.intake.stage;

import io.duly.cases.Recorded;
import io.duly.ledger.LedgerBulk;

/** Brings staged invoices and the credit notes among them into the ledger; those of days to come wait. */
final class InvoiceEntry {
  private static final String FRESH = "not exists (select from seen s where s.line = i.line)";
  private static final String DEBTOR =
      "join parties.debtor d on d.creditor_id = i.creditor_id and d.external_id = i.debtor_number";

  private final Taking taking;
  private final LedgerBulk ledger;
  private final KeptBack keptBack;

  InvoiceEntry(Taking taking, LedgerBulk ledger, KeptBack keptBack) {
    this.taking = taking;
    this.ledger = ledger;
    this.keptBack = keptBack;
  }

  void enter() {
    ledger.record(
        taking.tx(),
        """
        select i.id, i.creditor_id, d.id as debtor_id, i.number, i.currency, i.gross, i.tax, i.issued_on, i.delivered_on,
            i.due_on, i.order_number, i.payment_reference, i.terms as terms_version
          from incoming i %s where not i.credit and i.issued_on <= ? and %s
        """.formatted(DEBTOR, FRESH),
        taking.issuedUntil());
    ledger.grant(
        taking.tx(),
        "select i.id as invoice_id, i.creditor_id, i.discount_until as until, i.discount as amount from incoming i join ledger.invoice l on l.id = i.id where i.discount is not null");
    ledger.credit(
        taking.tx(),
        """
        select i.id, i.creditor_id, d.id as debtor_id, i.number, i.currency, i.gross as amount, i.issued_on, null as why
          from incoming i %s where i.credit and i.issued_on <= ? and %s
        """.formatted(DEBTOR, FRESH),
        taking.issuedUntil());
  }

  /** Credit notes reduce the invoice they name. */
  void offset(Offsetting offsetting, Recorded by) {
    offsetting.post(
        taking.tx(), Offsetting.Of.CREDIT_NOTES,
        """
        select i.line, i.posting_id, c.id, c.creditor_id, c.debtor_id, c.currency, c.amount, c.issued_on as since,
            i.corrects as invoice_number
          from incoming i join ledger.credit_note c on c.id = i.id where i.credit and i.corrects is not null
        """,
        by);
  }

  void keepBack() {
    keptBack.keep(
        """
        select i.creditor_id, i.line, case when i.credit then 'credit_note' else 'invoice' end as kind, i.number as key,
            i.issued_on as arrives_on,
            jsonb_strip_nulls(jsonb_build_object('id', i.id, 'debtor_id', d.id, 'number', i.number, 'currency', i.currency,
              'gross', i.gross, 'tax', i.tax, 'issued_on', i.issued_on, 'delivered_on', i.delivered_on, 'due_on', i.due_on,
              'order_number', i.order_number, 'payment_reference', i.payment_reference, 'terms', i.terms, 'discount_until', i.discount_until, 'discount', i.discount,
              'dispute_id', i.dispute_id, 'dispute_why', i.dispute_why, 'posting_id', case when i.credit then i.posting_id end,
              'invoice_number', i.corrects)) as payload
          from incoming i %s where i.issued_on > ? and %s
        """.formatted(DEBTOR, FRESH),
        taking.issuedUntil());
    keepPayments();
  }

  /** Settlements of days to come, and what was paid on invoices that are themselves still to come. */
  private void keepPayments() {
    keptBack.keep(
        """
        select i.creditor_id, i.line, 'receipt' as kind, i.number as key,
            greatest(coalesce(i.settled_on, i.issued_on), i.issued_on) as arrives_on,
            jsonb_strip_nulls(jsonb_build_object('id', i.receipt_id, 'posting_id', i.posting_id, 'invoice_number', i.number,
              'currency', i.currency, 'amount', case when i.settled_on is null then i.gross - i.open end,
              'kind', case when i.settled_on is null then 'reported' else 'file' end)) as payload
          from incoming i left join seen s on s.line = i.line
          left join ledger.invoice e on e.id = s.invoice_id
         where not i.credit and i.receipt_id is not null and (s.line is null or (s.same and e.settled_on is null and s.earlier_line is null))
           and (i.settled_on > ? or (i.issued_on > ? and s.line is null))
           and not exists (select from intake.kept_back k where k.creditor_id = i.creditor_id and k.kind = 'receipt'
             and k.key = i.number and k.arrived_at is null)
        """,
        taking.knownDay(), taking.issuedUntil());
  }
}
