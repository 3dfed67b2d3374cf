package io.duly.desk.casefile;

import io.duly.kernel.DebtorId;
import java.time.LocalDate;
import org.jooq.DSLContext;

/**
 * How a debtor has paid so far.
 *
 * @param settled invoices settled by today
 * @param late how many of them after their due date
 * @param usualDelay median days between due date and settlement; below zero for early
 */
public record PaymentHabit(long settled, long late, long usualDelay) {

  static PaymentHabit of(DSLContext scoped, DebtorId debtor, LocalDate today) {
    var sql =
        """
        select count(*) as settled, count(*) filter (where settled_on > due_on) as late,
               coalesce(percentile_disc(0.5) within group (order by settled_on - due_on), 0)::bigint as usual
          from ledger.invoice where debtor_id = ? and settled_on <= ?
        """;
    var row = scoped.fetchSingle(sql, debtor.value(), today);
    return new PaymentHabit(row.get("settled", Long.class), row.get("late", Long.class), row.get("usual", Long.class));
  }
}
