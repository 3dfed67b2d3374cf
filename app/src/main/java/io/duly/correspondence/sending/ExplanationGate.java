package io.duly.correspondence.sending;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** That an amount is owed is explained while it is: what was paid, credited or contested since takes the explanation back, and so does money that lies unallocated. */
@Component
@Order(2)
final class ExplanationGate implements Gate {
  private static final String WHAT_IS =
      """
      select case when bool_and(i.settled_on is not null) then 'the invoice that it explains is settled'
                  when bool_or(exists (select from cases.dispute d where d.invoice_id = i.id and d.closed_on is null)) then 'the invoice is contested again'
                  when exists (select from ledger.receipt r where r.debtor_id = m.debtor_id and r.currency = m.currency and r.received_on <= ?
                     and r.amount > coalesce((select sum(u.amount) from ledger.used u where u.receipt_id = r.id), 0)) then 'money of the debtor is not allocated yet'
                  when exists (select from cases.hold h where h.debtor_id = m.debtor_id and (h.case_id is null or h.case_id = m.case_id) and h.lifted_on is null
                     and (h.until is null or h.until >= ?) and h.kind in ('hardship', 'insolvency', 'cooling_off', 'reply')) then 'a hold is in force' end as why
        from correspondence.message m join ledger.invoice i on i.id = any (m.invoice_ids) where m.id = ? group by m.id
      """;

  @Override
  public Verdict ask(Connection tx, Waiting message, Moment at) throws SQLException {
    if (message.goal() != Goal.EXPLANATION) {
      return new Verdict.Passes(Set.of());
    }
    try (var statement = tx.prepareStatement(WHAT_IS)) {
      statement.setObject(1, at.day());
      statement.setObject(2, at.day());
      statement.setObject(3, message.id().value());
      try (var rows = statement.executeQuery()) {
        var why = rows.next() ? rows.getString(1) : null;
        return why == null ? new Verdict.Passes(Set.of()) : new Verdict.Withdraw(why);
      }
    }
  }
}
