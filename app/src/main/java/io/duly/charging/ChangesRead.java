package io.duly.charging;

import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.rules.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * What took away from the principal, and from interest that was posted. Money counts from the day it arrived, whenever it
 * was allocated; an allocation that is undone counts until then, unless a part of the same money was set against the same
 * invoice again: that was never away. A credit note corrects the invoice from its due day.
 */
final class ChangesRead {
  private static final String CHANGES =
      """
      select p.invoice_id, p.currency, p.amount as principal, 0::bigint as interest,
          case when p.kind = 'credit_note' then least(p.effective_on, i.due_on)
               when p.kind = 'receipt' and (p.reverses_id is null or sum(p.amount) over (partition by p.invoice_id, p.receipt_id) > 0)
                 then r.received_on else p.effective_on end as counts_on
        from ledger.posting p join ledger.invoice i on i.id = p.invoice_id left join ledger.receipt r on r.id = p.receipt_id
       where p.debtor_id = any (?) and p.effective_on <= ?
      union all
      select c.invoice_id, p.currency, 0, p.amount,
          case when p.kind = 'receipt' and p.reverses_id is null then r.received_on else p.effective_on end
        from ledger.charge_posting p join ledger.charge c on c.id = p.charge_id left join ledger.receipt r on r.id = p.receipt_id
       where p.debtor_id = any (?) and p.effective_on <= ? and c.kind = 'interest' and p.kind <> 'cancellation'
      """;

  private ChangesRead() {}

  static Map<InvoiceId, List<Change>> of(DSLContext tx, UUID[] debtors, LocalDate day) {
    return tx.fetch(CHANGES, debtors, day, debtors, day).stream()
        .collect(
            Collectors.groupingBy(
                row -> new InvoiceId(row.get("invoice_id", UUID.class)),
                Collectors.mapping(ChangesRead::change, Collectors.toList())));
  }

  private static Change change(Record row) {
    var currency = row.get("currency", String.class);
    return new Change(
        row.get("counts_on", LocalDate.class),
        Money.ofMinor(row.get("principal", Long.class), currency),
        Money.ofMinor(row.get("interest", Long.class), currency));
  }
}
