package io.duly.cycle;

import io.duly.strategy.Policy;
import io.duly.strategy.Step;
import io.duly.strategy.Trigger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;

/**
 * Divides the debtors of whom an account is due on a day into chunks.
 *
 * @param debtorsPerChunk about how many debtors a chunk has at most
 * @param leadDays how many days before the due date the earliest step of any policy may come, &ge; 0
 */
record Planning(int debtorsPerChunk, int leadDays) {

  static Planning of(int debtorsPerChunk, Collection<Policy> policies) {
    int lead = 0;
    for (var policy : policies) {
      for (Step step : policy.steps()) {
        lead = step.trigger() instanceof Trigger.FromDue(int days) ? Math.max(lead, -days) : lead;
      }
    }
    return new Planning(debtorsPerChunk, lead);
  }

  /**
   * Plans what is due: cases whose review has come or that were touched, accounts set aside, and open invoices that are
   * overdue and in no case.
   *
   * @param first whether it is the day's first run; only then the accounts with nothing overdue are looked at
   */
  void plan(Connection tx, LocalDate day, boolean first) throws SQLException {
    var dueBefore = first ? day.plusDays(leadDays + 1L) : day;
    var sql =
        """
        with due as (
          select debtor_id from cases.recovery_case where stage <> 'closed' and review_on <= date '%1$s'
          union all
          select debtor_id from cases.recovery_case where stage <> 'closed' and touched
          union all
          select debtor_id from cycle.set_aside where resolved_on is null
          union all
          select i.debtor_id from ledger.invoice i
           where i.due_on < date '%2$s' and i.issued_on <= date '%1$s'
             and (i.settled_on is null or i.settled_on > date '%1$s')
             and not exists (select from cases.recovery_case c
               where c.debtor_id = i.debtor_id and c.currency = i.currency and c.stage <> 'closed')),
        debtor as materialized (select debtor_id from due group by debtor_id),
        parted as (
          select debtor_id, ntile((select ceil(count(*) / %3$d.0) from debtor)::int) over (order by debtor_id) as part from debtor)
        insert into cycle.chunk (day, no, debtors)
        select date '%1$s', part + (select coalesce(max(no), 0) from cycle.chunk where day = date '%1$s'),
               array_agg(debtor_id order by debtor_id)
          from parted group by part
        """
            .formatted(day, dueBefore, debtorsPerChunk);
    try (var statement = tx.createStatement()) {
      statement.execute(sql);
    }
  }
}
