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
