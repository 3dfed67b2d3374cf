package io.duly.cycle;

import io.duly.bench.BenchDatabase;
import java.sql.SQLException;

/** A sum over the tables that the cycle writes, which is the same as long as no row was added or changed. */
final class Changes {
  private Changes() {}


  static long seen(BenchDatabase database) throws SQLException {
    var sql =
        """
        select (select count(*) + coalesce(sum(nth), 0) from cycle.decision) + (select count(*) from correspondence.message)
          + (select count(*) from cases.task) + (select count(*) from cases.step_taken) + (select count(*) from journal.entry)
          + (select coalesce(sum(xmin::text::bigint), 0) from cases.recovery_case)
        """;
    try (var connection = database.owner();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
