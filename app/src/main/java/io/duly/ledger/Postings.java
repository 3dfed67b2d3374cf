package io.duly.ledger;

import static io.duly.ledger.Documents.column;

import io.duly.ledger.Allocation.FromCreditNote;
import io.duly.ledger.Allocation.FromReceipt;
import io.duly.ledger.Allocation.WriteOff;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Adds postings; what the invoice knows (creditor, debtor) is taken from it, in the same statement. */
final class Postings {
  void add(DSLContext tx, List<Allocation> allocations) {
    int added =
        tx.execute(
            """
            insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, credit_note_id,
                amount, effective_on, actor, why)
            select n.id, i.creditor_id, i.debtor_id, i.id, n.currency, n.kind, n.receipt_id, n.credit_note_id, n.amount,
                n.effective_on, n.actor, n.why
              from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::bigint[], ?::date[], ?::text[],
                  ?::text[]) n (id, invoice_id, currency, kind, receipt_id, credit_note_id, amount, effective_on, actor, why)
              join ledger.invoice i on i.id = n.invoice_id
            """,
            column(allocations, UUID.class, allocation -> allocation.id().value()),
            column(allocations, UUID.class, allocation -> allocation.invoice().value()),
            column(allocations, String.class, allocation -> allocation.amount().currency().getCurrencyCode()),
            column(allocations, String.class, allocation -> kind(allocation.source())),
            column(allocations, UUID.class, allocation -> receipt(allocation.source()).orElse(null)),
            column(allocations, UUID.class, allocation -> creditNote(allocation.source()).orElse(null)),
            column(allocations, Long.class, allocation -> allocation.amount().minor()),
            column(allocations, LocalDate.class, Allocation::effectiveOn),
            column(allocations, String.class, Allocation::actor),
            column(allocations, String.class, allocation -> allocation.why().orElse(null)));
    if (added < allocations.size()) {
      throw new AllocationRefused("An invoice to allocate to does not exist; look it up again by its number.");
    }
  }

  void reverse(DSLContext tx, List<Reversal> reversals) {
    int added =
        tx.execute(
            """
            insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, credit_note_id,
                amount, effective_on, actor, why, reverses_id)
            select n.id, p.creditor_id, p.debtor_id, p.invoice_id, p.currency, p.kind, p.receipt_id, p.credit_note_id,
                -p.amount, n.effective_on, n.actor, n.why, p.id
              from unnest(?::uuid[], ?::uuid[], ?::date[], ?::text[], ?::text[]) n (id, reverses_id, effective_on, actor, why)
              join ledger.posting p on p.id = n.reverses_id and p.reverses_id is null
            """,
            column(reversals, UUID.class, reversal -> reversal.id().value()),
            column(reversals, UUID.class, reversal -> reversal.reversed().value()),
            column(reversals, LocalDate.class, Reversal::effectiveOn),
            column(reversals, String.class, Reversal::actor),
            column(reversals, String.class, Reversal::why));
    if (added < reversals.size()) {
      throw new AllocationRefused("A posting to reverse does not exist, or is a reversal itself; allocate anew instead.");
    }
    reverseCompanions(tx, reversals);
  }

  /** What was let go with an allocation, or netted with it, goes back with it. Its id is made of its posting's, which is undone once. */
  private static void reverseCompanions(DSLContext tx, List<Reversal> reversals) {
    tx.execute(
        """
        insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, credit_note_id,
            amount, effective_on, actor, why, reverses_id)
        select md5('reversal of ' || p.id)::uuid, p.creditor_id, p.debtor_id, p.invoice_id, p.currency, p.kind, p.receipt_id,
            p.credit_note_id, -p.amount, greatest(n.effective_on, p.effective_on), n.actor, n.why, p.id
          from unnest(?::uuid[], ?::date[], ?::text[], ?::text[]) n (allocation_id, effective_on, actor, why)
          join ledger.companion c on c.allocation_id = n.allocation_id join ledger.posting p on p.id = c.posting_id
         where not exists (select from ledger.posting u where u.reverses_id = p.id)
        """,
        column(reversals, UUID.class, reversal -> reversal.reversed().value()),
        column(reversals, LocalDate.class, Reversal::effectiveOn),
        column(reversals, String.class, Reversal::actor),
        column(reversals, String.class, Reversal::why));
  }

  private static String kind(Allocation.Source source) {
    return switch (source) {
      case FromReceipt _ -> "receipt";
      case FromCreditNote _ -> "credit_note";
      case WriteOff _ -> "write_off";
    };
  }

  private static Optional<UUID> receipt(Allocation.Source source) {
    return source instanceof FromReceipt from ? Optional.of(from.receipt().value()) : Optional.empty();
  }

  private static Optional<UUID> creditNote(Allocation.Source source) {
    return source instanceof FromCreditNote from ? Optional.of(from.creditNote().value()) : Optional.empty();
  }
}
