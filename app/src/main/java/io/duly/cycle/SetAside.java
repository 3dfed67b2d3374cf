package io.duly.cycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Accounts whose decision failed: kept with their error, shown, and tried again by every run (invariant 10). */
final class SetAside {
  private static final String RESOLVE =
      """
      update cycle.set_aside set resolved_on = ? where resolved_on is null
         and debtor_id = any ((select debtors from cycle.chunk where day = ? and no = ?)::uuid[])
      """;
  private static final String KEEP =
      """
      insert into cycle.set_aside (creditor_id, debtor_id, currency, day, error, at) values (?, ?, ?, ?, ?, ?)
      on conflict (debtor_id, currency, day) do update set error = excluded.error, at = excluded.at, resolved_on = null
      """;

  private SetAside() {}

  /** Notes what failed now; what failed before and not now is resolved. */
  static void keep(Connection tx, LocalDate day, int chunk, Collection<Outcome.Failed> failed, Instant now)
      throws SQLException {
    resolve(tx, day, chunk);
    if (failed.isEmpty()) {
      return;
    }
    try (var statement = tx.prepareStatement(KEEP)) {
      for (var one : List.copyOf(failed)) {
        statement.setObject(1, one.account().debtor.creditor.value());
        statement.setObject(2, one.account().debtor.id);
        statement.setString(3, one.account().currency.getCurrencyCode());
        statement.setObject(4, day);
        statement.setString(5, one.error());
        statement.setObject(6, now.atOffset(java.time.ZoneOffset.UTC));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void resolve(Connection tx, LocalDate day, int chunk) throws SQLException {
    try (var statement = tx.prepareStatement(RESOLVE)) {
      statement.setObject(1, day);
      statement.setObject(2, day);
      statement.setInt(3, chunk);
      statement.executeUpdate();
    }
  }
}
