package io.duly.ledger;

import io.duly.kernel.CreditorId;
import io.duly.kernel.Money;
import io.duly.matching.EarlyPayment;
import io.duly.matching.Tolerance;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** What creditors let go by themselves where they are paid short. */
@Component
public final class Tolerances {

  /** What a creditor said last; nothing where it never said anything. */
  public Tolerance of(DSLContext tx, CreditorId creditor) {
    return tx.fetchOptional("select * from ledger.tolerance where creditor_id = ?", creditor.value()).map(Tolerances::tolerance).orElse(Tolerance.NONE);
  }

  /** From now on this counts, for money that nobody has looked at. */
  public void set(DSLContext tx, CreditorId creditor, Tolerance tolerance, String actor, Instant at) {
    tx.execute(
        """
        insert into ledger.tolerance (creditor_id, discount_percent, discount_days, grace_days, charges, charges_currency, actor, set_at)
        values (?, ?::numeric, ?::int, ?, ?::bigint, ?, ?, ?::timestamptz)
        on conflict (creditor_id) do update set discount_percent = excluded.discount_percent, discount_days = excluded.discount_days,
          grace_days = excluded.grace_days, charges = excluded.charges, charges_currency = excluded.charges_currency,
          actor = excluded.actor, set_at = excluded.set_at
        """,
        creditor.value(), tolerance.usual().map(EarlyPayment::percent).orElse(null), tolerance.usual().map(EarlyPayment::days).orElse(null),
        tolerance.graceDays(), tolerance.charges().map(Money::minor).orElse(null),
        tolerance.charges().map(most -> most.currency().getCurrencyCode()).orElse(null), actor, at.toString());
  }

  private static Tolerance tolerance(Record row) {
    var usual = Optional.ofNullable(row.get("discount_percent", BigDecimal.class)).map(percent -> new EarlyPayment(percent, row.get("discount_days", Integer.class)));
    var charges = Optional.ofNullable(row.get("charges", Long.class)).map(most -> Money.ofMinor(most, row.get("charges_currency", String.class)));
    return new Tolerance(usual, row.get("grace_days", Integer.class), charges);
  }
}
