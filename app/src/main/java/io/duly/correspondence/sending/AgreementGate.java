package io.duly.correspondence.sending;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was agreed is repeated while it stands, and an instalment is reminded of before its day while it has not come. */
@Component
@Order(2)
final class AgreementGate implements Gate {
  private static final String RECAP =
      """
      select case when not exists (select from agreements.plan p where p.id = r.plan_id and p.ended_on is null)
                   and not exists (select from agreements.promise p where p.id = r.promise_id and p.outcome is null) then 'what was agreed does not run any more'
                  when r.again_of is not null and exists (select from correspondence.recap o where o.message_id = r.again_of and o.acknowledged_at is not null) then 'they said yes meanwhile' end
        from correspondence.recap r where r.message_id = ?
      """;
  private static final String INSTALMENT =
      """
      select case when i.outcome is not null or i.id is null then 'the instalment does not run any more'
                  when i.due_on <= ? then 'its day has come'
                  when agreements.received_for(n.plan_id, ?) >= (select sum(x.amount) from agreements.instalment x where x.plan_id = n.plan_id and x.nth <= n.nth) then 'it has come'
                  when exists (select from ledger.receipt r where r.debtor_id = m.debtor_id and not r.used_up) then 'money of the debtor is not allocated yet'
                  when exists (select from cases.hold h where h.debtor_id = m.debtor_id and (h.case_id is null or h.case_id = m.case_id) and h.lifted_on is null
                    and (h.until is null or h.until >= ?)) then 'a hold is in force' end
        from correspondence.instalment_notice n join correspondence.message m on m.id = n.message_id
        left join agreements.promise i on i.plan_id = n.plan_id and i.nth = n.nth
       where n.message_id = ?
      """;

  @Override
  public Verdict ask(Connection tx, Waiting message, Moment at) throws SQLException {
    var objection = switch (message.goal()) {
      case RECAP -> one(tx, RECAP, message.id().value());
      case INSTALMENT -> one(tx, INSTALMENT, at.day(), at.day(), at.day(), message.id().value());
      default -> Optional.<String>empty();
    };
    return objection.<Verdict>map(Verdict.Withdraw::new).orElseGet(() -> new Verdict.Passes(Set.of()));
  }

  private static Optional<String> one(Connection tx, String query, Object... values) throws SQLException {
    try (var statement = tx.prepareStatement(query)) {
      for (int nth = 0; nth < values.length; nth++) {
        statement.setObject(nth + 1, values[nth]);
      }
      try (var rows = statement.executeQuery()) {
        return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.of("nobody knows what it is about");
      }
    }
  }
}
