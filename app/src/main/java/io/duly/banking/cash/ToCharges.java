package io.duly.banking.cash;

import io.duly.cases.CaseNews;
import io.duly.cases.Recorded;
import io.duly.charging.Charging;
import io.duly.charging.Owing;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.Money;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Ledger;
import io.duly.rules.Direction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * What is left of a payment once the invoices that it names are paid goes to the debtor's charges that are posted, in the
 * order of the law: the debtor has directed the rest by naming them. What no charge takes waits.
 */
@Component
final class ToCharges {
  /** Of one debtor's payments alone: of several debtors nobody knows whose charges the rest is for. */
  private static final String LEFT =
      """
      select x.receipt_id, x.debtor_id, r.currency, r.amount - u.used as rest, greatest(r.received_on, u.last_on) as since
        from (select p.receipt_id, min(i.debtor_id::text)::uuid as debtor_id from cash_candidate c join cash_part p on p.receipt_id = c.receipt_id
                join ledger.invoice i on i.id = p.invoice_id group by 1 having count(distinct i.debtor_id) = 1) x
        join ledger.receipt r on r.id = x.receipt_id
        cross join lateral (select coalesce(sum(amount), 0)::bigint as used, max(effective_on) as last_on from ledger.used where receipt_id = r.id) u
       where not r.used_up and exists (select from ledger.charge c where c.debtor_id = x.debtor_id and c.currency = r.currency and c.settled_on is null)
       order by r.received_on, r.id
      """;
  private static final String TOLD =
      """
      select p.debtor_id, p.currency, 'money-allocated' as kind, p.amount,
             '{amount} that came on ' || r.received_on || ' was allocated to charges on invoice ' || i.number || ': ' || coalesce(p.why, '') as sentence,
             jsonb_build_object('posting', p.id, 'invoice', i.number, 'receipt', r.id, 'charge', c.id)::text as facts
        from ledger.charge_posting p join ledger.charge c on c.id = p.charge_id join ledger.invoice i on i.id = c.invoice_id
        join ledger.receipt r on r.id = p.receipt_id
       where p.receipt_id = ? and p.amount > 0 and p.recorded_at = now()
      """;

  private final Charging charging;
  private final Ledger ledger;
  private final CaseNews news;

  ToCharges(Charging charging, Ledger ledger, CaseNews news) {
    this.charging = charging;
    this.ledger = ledger;
    this.news = news;
  }

  /** Of what the temporary tables of matching allocated. Where a creditor has no charge open it costs one small query. */
  void apply(DSLContext tx, CreditorId creditor, Recorded by) {
    if (!tx.fetch("select 1 from ledger.charge where creditor_id = ? and settled_on is null limit 1", creditor.value()).isEmpty()) {
      List.copyOf(tx.fetch(LEFT)).forEach(row -> one(tx, row, by));
    }
  }

  private void one(DSLContext tx, Record row, Recorded by) {
    var receipt = new ReceiptId(row.get("receipt_id", UUID.class));
    var debtor = new DebtorId(row.get("debtor_id", UUID.class));
    var rest = Money.ofMinor(row.get("rest", Long.class), row.get("currency", String.class));
    rest(tx, receipt, debtor, rest, row.get("since", LocalDate.class), by);
  }

  /** What is left of a receipt of one debtor's. */
  void rest(DSLContext tx, ReceiptId receipt, DebtorId debtor, Money rest, LocalDate since, Recorded by) {
    var on = later(since, by.on());
    Optional.ofNullable(charging.owing(tx, List.of(debtor), rest.currency(), on).get(debtor))
        .map(Owing::chargesAlone)
        .filter(owing -> owing.openCharges() > 0)
        .ifPresent(owing -> spread(tx, receipt, rest, owing, on, by));
  }

  private void spread(DSLContext tx, ReceiptId receipt, Money rest, Owing owing, LocalDate on, Recorded by) {
    var spread = owing.spread(rest, on, Direction.NONE, Direction.NONE);
    charging.allocate(tx, receipt, spread, on, by.actor());
    if (spread.left().isZero()) {
      ledger.clear(tx, List.of(receipt));
    }
    news.tell(tx, by, TOLD, receipt.value());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
