package io.duly.banking.cash;

import io.duly.cases.Recorded;
import io.duly.kernel.IdSource;
import io.duly.ledger.LedgerBulk;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Sets credit notes against invoices together with money: both stand and fall together. */
@Component
final class Netting {
  private static final String POSTING =
      """
      select ?::uuid as id, i.creditor_id, i.debtor_id, i.id as invoice_id, i.currency, 'credit_note' as kind, null::uuid as receipt_id,
             n.id as credit_note_id, ?::bigint as amount,
             greatest(p.effective_on, n.issued_on, i.issued_on,
               (select max(b.effective_on) from ledger.posting b where b.invoice_id = i.id and b.reverses_id is not null),
               (select max(u.effective_on) from ledger.used u where u.credit_note_id = n.id and u.amount < 0)) as effective_on,
             ?::text as actor, ?::text as why
        from ledger.invoice i, ledger.credit_note n, ledger.posting p where i.id = ? and n.id = ? and p.id = ?
      """;

  private final LedgerBulk ledger;
  private final CaseLines lines;
  private final IdSource ids;

  Netting(LedgerBulk ledger, CaseLines lines, IdSource ids) {
    this.ledger = ledger;
    this.lines = lines;
    this.ids = ids;
  }

  /** What of a credit note goes to an invoice, in minor units. */
  record Credit(UUID creditNote, UUID invoice, long amount) {}

  static List<Credit> of(DSLContext tx, UUID proposal) {
    return tx.fetch("select credit_note_id, invoice_id, amount from banking.proposal_credit where proposal_id = ? order by invoice_id, credit_note_id", proposal)
        .map(row -> new Credit(row.get("credit_note_id", UUID.class), row.get("invoice_id", UUID.class), row.get("amount", Long.class)));
  }

  /**
   * Nets credit notes.
   *
   * @param allocations of the money, by invoice; one of another invoice carries a credit note that pays its invoice whole
   */
  void net(DSLContext tx, List<Credit> credits, Map<UUID, UUID> allocations, String why, Recorded by) {
    for (var one : credits) {
      var id = ids.next();
      var allocation = allocations.getOrDefault(one.invoice(), allocations.values().iterator().next());
      ledger.allocate(tx, POSTING, id, one.amount(), by.actor(), why, one.invoice(), one.creditNote(), allocation);
      ledger.accompany(tx, "select ?::uuid as posting_id, ?::uuid as allocation_id, 'credit-note'::text as reason", id, allocation);
      lines.ofPosting(tx, id, "credit-netted", "A credit note was set off with a payment: " + why, by);
    }
  }
}
