package io.duly.desk.casefile;

import io.duly.kernel.DebtorId;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;

/**
 * How a debtor has paid so far. What was credited did not have to be paid, and does not count (P09).
 *
 * @param settled invoices settled by today
 * @param late how many of them after their due date
 * @param usualDelay median days between due date and settlement; below zero for early
 * @param latest days between due date and settlement of the latest, the oldest of them first
 */
public record PaymentHabit(long settled, long late, long usualDelay, List<Integer> latest) {

  static PaymentHabit of(DSLContext scoped, DebtorId debtor, LocalDate today) {
    var sql =
        """
        with paid as (
          select i.due_on, coalesce(c.paid_on, i.settled_on) as paid_on from ledger.invoice i
            left join corrections.paid c on c.invoice_id = i.id and c.debtor_id = i.debtor_id
           where i.debtor_id = ? and i.settled_on <= ? and (c.invoice_id is null or c.paid_on is not null))
        select count(*) as settled, count(*) filter (where paid_on > due_on) as late,
               coalesce(percentile_disc(0.5) within group (order by paid_on - due_on), 0)::bigint as usual,
               array(select paid_on - due_on from (select * from paid order by paid_on desc, due_on desc limit 24) latest order by paid_on, due_on) as latest
          from paid
        """;
    var row = scoped.fetchSingle(sql, debtor.value(), today);
    return new PaymentHabit(row.get("settled", Long.class), row.get("late", Long.class), row.get("usual", Long.class), List.of(row.get("latest", Integer[].class)));
  }
}
