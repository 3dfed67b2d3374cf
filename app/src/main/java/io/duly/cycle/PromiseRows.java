package io.duly.cycle;

import io.duly.strategy.Decision.PromiseVerdict;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Stores what became of promises whose day has come (P34). */
final class PromiseRows {
  private PromiseRows() {}

  static void judge(Connection tx, LocalDate day, List<Conclusion> conclusions) throws SQLException {
    var verdicts = conclusions.stream().flatMap(one -> one.decision().promises().stream()).toList();
    if (verdicts.isEmpty()) {
      return;
    }
    var sql =
        """
        update agreements.promise p set outcome = v.outcome, judged_on = ?
          from unnest(?::uuid[], ?::text[]) v (id, outcome) where p.id = v.id and p.outcome is null
        """;
    try (var statement = tx.prepareStatement(sql)) {
      statement.setObject(1, day);
      statement.setArray(2, tx.createArrayOf("uuid", verdicts.stream().map(PromiseVerdict::promise).toArray()));
      statement.setArray(3, tx.createArrayOf("text", verdicts.stream().map(one -> Names.of(one.outcome())).toArray()));
      statement.executeUpdate();
    }
  }
}
