package io.duly.ledger;

import static io.duly.ledger.Documents.column;

import io.duly.kernel.Money;
import io.duly.ledger.Allocation.FromCreditNote;
import io.duly.ledger.Allocation.FromReceipt;
import io.duly.ledger.Allocation.WriteOff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Adds charges and what changes them; whose they are is taken from the invoice and the charge, in the same statement. */
final class ChargePostings {
  void post(DSLContext tx, List<Charge> charges) {
    int added =
        tx.execute(
            """
            insert into ledger.charge (id, creditor_id, debtor_id, invoice_id, kind, currency, amount, from_day, to_day, rule,
                statute, section, source, terms_id, compounds, computed, lines, posted_on, actor)
            select n.id, i.creditor_id, i.debtor_id, i.id, n.kind, n.currency, n.amount, n.from_day, n.to_day, n.rule,
                n.statute, n.section, n.source, n.terms_id, n.compounds, n.computed, n.lines, n.posted_on, n.actor
              from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::date[], ?::date[], ?::text[], ?::text[],
                  ?::text[], ?::text[], ?::uuid[], ?::boolean[], ?::text[], ?::text[], ?::date[], ?::text[])
                n (id, invoice_id, kind, currency, amount, from_day, to_day, rule, statute, section, source, terms_id, compounds,
                  computed, lines, posted_on, actor)
              join ledger.invoice i on i.id = n.invoice_id
            """,
            column(charges, UUID.class, charge -> charge.id().value()),
            column(charges, UUID.class, charge -> charge.invoice().value()),
            column(charges, String.class, charge -> charge.kind().word()),
            column(charges, String.class, charge -> charge.amount().currency().getCurrencyCode()),
            column(charges, Long.class, charge -> charge.amount().minor()),
            column(charges, LocalDate.class, Charge::from),
            column(charges, LocalDate.class, Charge::to),
            column(charges, String.class, charge -> charge.basis().rule()),
            column(charges, String.class, charge -> charge.basis().statute()),
            column(charges, String.class, charge -> charge.basis().section()),
            column(charges, String.class, charge -> charge.basis().source()),
            column(charges, UUID.class, charge -> charge.basis().terms().orElse(null)),
            column(charges, Boolean.class, charge -> charge.basis().compounds()),
            column(charges, String.class, Charge::computed),
            column(charges, String.class, Charge::lines),
            column(charges, LocalDate.class, Charge::postedOn),
            column(charges, String.class, Charge::actor));
    if (added < charges.size()) {
      throw new AllocationRefused("An invoice to charge does not exist; look it up again by its number.");
    }
  }

  void allocate(DSLContext tx, List<ChargeAllocation> allocations) {
    int added =
        tx.execute(
            """
            insert into ledger.charge_posting (id, creditor_id, debtor_id, charge_id, currency, kind, receipt_id, credit_note_id,
                amount, effective_on, actor, why)
            select n.id, c.creditor_id, c.debtor_id, c.id, n.currency, n.kind, n.receipt_id, n.credit_note_id, n.amount,
                n.effective_on, n.actor, n.why
              from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::bigint[], ?::date[], ?::text[],
                  ?::text[]) n (id, charge_id, currency, kind, receipt_id, credit_note_id, amount, effective_on, actor, why)
              join ledger.charge c on c.id = n.charge_id
            """,
            column(allocations, UUID.class, one -> one.id().value()),
            column(allocations, UUID.class, one -> one.charge().value()),
            column(allocations, String.class, one -> one.amount().currency().getCurrencyCode()),
            column(allocations, String.class, one -> kind(one.source())),
            column(allocations, UUID.class, one -> receipt(one.source())),
            column(allocations, UUID.class, one -> creditNote(one.source())),
            column(allocations, Long.class, one -> one.amount().minor()),
            column(allocations, LocalDate.class, ChargeAllocation::effectiveOn),
            column(allocations, String.class, ChargeAllocation::actor),
            column(allocations, String.class, one -> one.why().orElse(null)));
    requireAll(added, allocations.size());
  }

  void reverse(DSLContext tx, List<Reversal> reversals) {
    int added =
        tx.execute(
            """
            insert into ledger.charge_posting (id, creditor_id, debtor_id, charge_id, currency, kind, receipt_id, credit_note_id,
                amount, effective_on, actor, why, reverses_id)
            select n.id, p.creditor_id, p.debtor_id, p.charge_id, p.currency, p.kind, p.receipt_id, p.credit_note_id,
                -p.amount, n.effective_on, n.actor, n.why, p.id
              from unnest(?::uuid[], ?::uuid[], ?::date[], ?::text[], ?::text[]) n (id, reverses_id, effective_on, actor, why)
              join ledger.charge_posting p on p.id = n.reverses_id and p.reverses_id is null and p.kind <> 'cancellation'
            """,
            column(reversals, UUID.class, one -> one.id().value()),
            column(reversals, UUID.class, one -> one.reversed().value()),
            column(reversals, LocalDate.class, Reversal::effectiveOn),
            column(reversals, String.class, Reversal::actor),
            column(reversals, String.class, Reversal::why));
    if (added < reversals.size()) {
      throw new AllocationRefused(
          "A posting to reverse does not exist, is a reversal itself, or cancels a charge; post or allocate anew instead.");
    }
  }

  void cancel(DSLContext tx, List<Cancellation> cancellations) {
    int added =
        tx.execute(
            """
            insert into ledger.charge_posting (id, creditor_id, debtor_id, charge_id, currency, kind, amount, effective_on, actor, why)
            select n.id, c.creditor_id, c.debtor_id, c.id, c.currency, 'cancellation', c.amount, n.effective_on, n.actor, n.why
              from unnest(?::uuid[], ?::uuid[], ?::date[], ?::text[], ?::text[]) n (id, charge_id, effective_on, actor, why)
              join ledger.charge c on c.id = n.charge_id
            """,
            column(cancellations, UUID.class, one -> one.id().value()),
            column(cancellations, UUID.class, one -> one.charge().value()),
            column(cancellations, LocalDate.class, Cancellation::effectiveOn),
            column(cancellations, String.class, Cancellation::actor),
            column(cancellations, String.class, Cancellation::why));
    requireAll(added, cancellations.size());
  }

  void keep(DSLContext tx, List<RecoveryEvidence> evidence) {
    int added =
        tx.execute(
            """
            insert into ledger.recovery_evidence (id, creditor_id, debtor_id, invoice_id, kind, happened_on, currency, amount,
                vat_percent, paid_at_once, evidence, actor)
            select n.id, i.creditor_id, i.debtor_id, i.id, n.kind, n.happened_on, i.currency, n.amount, n.vat_percent,
                n.paid_at_once, n.evidence, n.actor
              from unnest(?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::text[], ?::bigint[], ?::numeric[], ?::boolean[], ?::text[],
                  ?::text[]) n (id, invoice_id, kind, happened_on, currency, amount, vat_percent, paid_at_once, evidence, actor)
              join ledger.invoice i on i.id = n.invoice_id and coalesce(n.currency, i.currency) = i.currency
            """,
            column(evidence, UUID.class, one -> one.id()),
            column(evidence, UUID.class, one -> one.invoice().value()),
            column(evidence, String.class, one -> one.kind().word()),
            column(evidence, LocalDate.class, RecoveryEvidence::on),
            column(evidence, String.class, one -> one.amount().map(sum -> sum.currency().getCurrencyCode()).orElse(null)),
            column(evidence, Long.class, one -> one.amount().map(Money::minor).orElse(null)),
            column(evidence, BigDecimal.class, one -> one.vatPercent().orElse(null)),
            column(evidence, Boolean.class, RecoveryEvidence::paidAtOnce),
            column(evidence, String.class, RecoveryEvidence::evidence),
            column(evidence, String.class, RecoveryEvidence::actor));
    if (added < evidence.size()) {
      throw new AllocationRefused("The invoice does not exist, or is in another currency than what was spent.");
    }
  }

  private static void requireAll(int added, int wanted) {
    if (added < wanted) {
      throw new AllocationRefused("A charge to post to does not exist; ./duly charges show lists those of a case.");
    }
  }

  private static String kind(Allocation.Source source) {
    return switch (source) {
      case FromReceipt _ -> "receipt";
      case FromCreditNote _ -> "credit_note";
      case WriteOff _ -> "waiver";
    };
  }

  private static @Nullable UUID receipt(Allocation.Source source) {
    return source instanceof FromReceipt from ? from.receipt().value() : null;
  }

  private static @Nullable UUID creditNote(Allocation.Source source) {
    return source instanceof FromCreditNote from ? from.creditNote().value() : null;
  }
}
