package io.duly.doctor;

import static io.duly.doctor.Breakage.seenBy;

import java.util.List;

/** What can be wrong with what was matched. */
final class MatchBreakages {
  private MatchBreakages() {}

  static List<Breakage> all() {
    return List.of(
        seenBy("return-causes",
            """
            insert into ledger.receipt_return (id, creditor_id, receipt_id, currency, amount, effective_on, source_key, actor, why)
              select gen_random_uuid(), creditor_id, id, currency, amount, received_on - 1, 'bank:back', 'duly', 'taken back'
                from ledger.receipt where id = $bankReceipt
            """,
            "update ledger.receipt set used_up = true where id = $bankReceipt"),
        seenBy("return-guard", "alter table ledger.receipt_return disable trigger hold_returns"),
        seenBy("let-go-fits",
            """
            insert into ledger.companion (posting_id, allocation_id, creditor_id, reason)
              select p.id, m.id, p.creditor_id, 'discount' from ledger.posting p, ledger.posting m where p.id = $credited and m.id = $paid
            """),
        seenBy("let-go-stands",
            """
            insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, amount, effective_on, actor)
              select '00000000-0000-0000-0004-0000000000d1', creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, 1, effective_on, 'duly'
                from ledger.posting where id = $paid
            """,
            """
            insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, amount, effective_on, actor, why)
              select '00000000-0000-0000-0004-0000000000d2', creditor_id, debtor_id, invoice_id, currency, 'write_off', 1, effective_on, 'duly', 'discount'
                from ledger.posting where id = $paid
            """,
            """
            insert into ledger.companion (posting_id, allocation_id, creditor_id, reason)
              select '00000000-0000-0000-0004-0000000000d2', '00000000-0000-0000-0004-0000000000d1', creditor_id, 'discount' from ledger.posting where id = $paid
            """,
            """
            insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, amount, effective_on, actor, reverses_id)
              select gen_random_uuid(), creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, -1, effective_on, 'duly', '00000000-0000-0000-0004-0000000000d1'
                from ledger.posting where id = $paid
            """),
        seenBy("let-go-guard", "alter table ledger.companion disable trigger hold_companions"),
        seenBy("discount-granted",
            "insert into ledger.granted_discount (invoice_id, creditor_id, until, amount) select id, creditor_id, issued_on, gross from ledger.invoice where id = $invoiceB1"),
        seenBy("money-looked-at", "delete from banking.unseen where entry_id = $firstEntry"),
        seenBy("proposal-holds",
            """
            insert into banking.proposal (id, creditor_id, entry_id, rank, kind, score, rest, whys, made_at)
              select gen_random_uuid(), creditor_id, id, 1, 'name-amount', 700, 0, '[]', now() from banking.entry where id = $firstEntry
            """,
            """
            insert into banking.proposal_part (proposal_id, invoice_id, creditor_id, amount)
              select p.id, i.id, p.creditor_id, 1 from banking.proposal p, ledger.invoice i where i.id = $invoiceC1
            """));
  }
}
