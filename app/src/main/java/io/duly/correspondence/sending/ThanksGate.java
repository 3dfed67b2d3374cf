package io.duly.correspondence.sending;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Thanks leave while it is true that nothing is owed, and soon: what was reversed, or asked for since, takes them back. */
@Component
@Order(2)
final class ThanksGate implements Gate {
  private static final int DAYS_TO_THANK = 14;
  private static final String WHAT_IS =
      """
      select exists (select from ledger.invoice i where i.id = any (m.invoice_ids) and i.settled_on is null) as undone,
             exists (select from ledger.invoice i where i.debtor_id = m.debtor_id and i.settled_on is null and i.issued_on <= ?)
               or exists (select from ledger.charge c where c.debtor_id = m.debtor_id and c.settled_on is null and c.posted_on <= ?) as owes,
             exists (select from cases.recovery_case c where c.debtor_id = m.debtor_id and c.stage <> 'closed') as open,
             exists (select from cases.hold h where h.debtor_id = m.debtor_id and h.lifted_on is null and (h.until is null or h.until >= ?)) as held
        from correspondence.message m where m.id = ?
      """;

  @Override
  public Verdict ask(Connection tx, Waiting message, Moment at) throws SQLException {
    if (message.goal() != Goal.THANKS) {
      return new Verdict.Passes(Set.of());
    }
    return message.plannedOn().plusDays(DAYS_TO_THANK).isBefore(at.day())
        ? new Verdict.Withdraw("it is too late to say thanks")
        : changed(tx, message.id().value(), at).<Verdict>map(Verdict.Withdraw::new).orElseGet(() -> new Verdict.Passes(Set.of()));
  }

  private static Optional<String> changed(Connection tx, UUID message, Moment at) throws SQLException {
    try (var statement = tx.prepareStatement(WHAT_IS)) {
      for (int nth = 1; nth <= 3; nth++) {
        statement.setObject(nth, at.day());
      }
      statement.setObject(4, message);
      return first(statement);
    }
  }

  private record Change(String column, String why) {}

  private static Optional<String> first(PreparedStatement statement) throws SQLException {
    var changes =
        List.of(
            new Change("undone", "what was paid is open again"), new Change("open", "a case of the debtor is open"),
            new Change("owes", "something is owed again"), new Change("held", "a hold is in force"));
    try (var rows = statement.executeQuery()) {
      rows.next();
      for (var change : changes) {
        if (rows.getBoolean(change.column())) {
          return Optional.of(change.why());
        }
      }
    }
    return Optional.empty();
  }
}
