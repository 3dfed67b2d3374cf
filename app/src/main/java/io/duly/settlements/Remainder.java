package io.duly.settlements;

import io.duly.cases.Recorded;
import io.duly.kernel.ChargeId;
import io.duly.kernel.IdSource;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PlanId;
import io.duly.kernel.PostingId;
import io.duly.ledger.Allocation;
import io.duly.ledger.ChargeAllocation;
import io.duly.ledger.ChargeBook;
import io.duly.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Writes off what a settlement was about and left open, and waives its charges, those of its invoices that were posted since too. */
@Component
final class Remainder {
  private static final String INVOICES =
      """
      select i.id, i.number, i.currency, i.gross, i.tax, least(l.amount, ledger.open_on(i.id, ?::date)) as open
        from agreements.plan_line l join ledger.invoice i on i.id = l.invoice_id
       where l.plan_id = ? and ledger.open_on(i.id, ?::date) > 0 order by i.due_on, i.number
      """;
  private static final String CHARGES =
      """
      select c.id, i.number, c.currency, c.amount as gross, null::bigint as tax,
             (c.amount - coalesce((select sum(p.amount) from ledger.charge_posting p where p.charge_id = c.id), 0))::bigint as open
        from ledger.charge c join ledger.invoice i on i.id = c.invoice_id
       where c.settled_on is null and (c.id in (select l.charge_id from agreements.plan_line l where l.plan_id = ?)
          or c.invoice_id in (select l.invoice_id from agreements.plan_line l where l.plan_id = ?)) order by c.id
      """;

  private final Ledger ledger;
  private final ChargeBook charges;
  private final IdSource ids;

  Remainder(Ledger ledger, ChargeBook charges, IdSource ids) {
    this.ledger = ledger;
    this.charges = charges;
    this.ids = ids;
  }

  List<Gone> of(DSLContext tx, PlanId plan, String why, Recorded by) {
    var invoices = tx.fetch(INVOICES, by.on(), plan.value(), by.on());
    var open = tx.fetch(CHARGES, plan.value(), plan.value());
    if (!invoices.isEmpty()) {
      ledger.allocate(tx, invoices.map(row -> new Allocation(
          new PostingId(ids.next()), new InvoiceId(row.get("id", UUID.class)), new Allocation.WriteOff(), amount(row), by.on(), by.actor(), Optional.of(why))));
    }
    if (!open.isEmpty()) {
      charges.allocate(tx, open.map(row -> new ChargeAllocation(
          new PostingId(ids.next()), new ChargeId(row.get("id", UUID.class)), new Allocation.WriteOff(), amount(row), by.on(), by.actor(), Optional.of(why))));
    }
    var gone = new ArrayList<Gone>(invoices.map(row -> gone(row, false)));
    gone.addAll(open.map(row -> gone(row, true)));
    return gone;
  }

  private static Gone gone(Record row, boolean isCharge) {
    return new Gone(isCharge, row.get("number", String.class), amount(row), row.get("gross", Long.class), Optional.ofNullable(row.get("tax", Long.class)));
  }

  private static Money amount(Record row) {
    return Money.ofMinor(row.get("open", Long.class), row.get("currency", String.class));
  }
}
