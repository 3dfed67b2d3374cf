package io.duly.cycle;

import io.duly.database.CopyRows;
import io.duly.strategy.Decision;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;

/** Opens cases and moves those that exist, in two statements however many they are. */
final class CaseRows {
  static final String[] NEW = {
    "id", "number", "creditor_id", "debtor_id", "currency", "opened_on", "stage", "closed_on", "closed_why",
    "next_action", "next_action_on", "review_on", "because", "priority"
  };
  private static final String TEMPORARY =
      """
      create temporary table if not exists moved_case (id uuid, stage text, closed_on date, closed_why text,
        next_action text, next_action_on date, review_on date, because text, priority int)
      """;
  /** Money that is dated after the day is looked at when its day comes: a run of an older day does not know it yet. */
  private static final String MOVE =
      """
      update cases.recovery_case c
         set stage = m.stage, closed_on = m.closed_on, closed_why = m.closed_why, next_action = m.next_action,
             next_action_on = m.next_action_on, review_on = case when m.review_on is not null then least(m.review_on,
               (select min(p.effective_on) from ledger.posting p where p.debtor_id = c.debtor_id and p.effective_on > date ':day')) end, because = m.because, priority = m.priority,
             touched = false
        from pg_temp.moved_case m where c.id = m.id
      """;

  private CaseRows() {}

  static void open(Connection tx, LocalDate day, List<Conclusion> opened) throws SQLException {
    if (opened.isEmpty()) {
      return;
    }
    var numbers = numbers(tx, opened.size()).iterator();
    try (var rows = CopyRows.into(tx, "cases.recovery_case", NEW)) {
      for (var one : opened) {
        var account = one.account();
        rows.row().uuid(one.caseId().value()).int8(numbers.nextLong()).uuid(account.debtor.creditor.value());
        rows.uuid(account.debtor.id).text(account.currency.getCurrencyCode()).date(day);
        state(rows, one, day);
      }
      rows.end();
    }
  }

  static void move(Connection tx, LocalDate day, List<Conclusion> moved) throws SQLException {
    if (moved.isEmpty()) {
      return;
    }
    try (var statement = tx.createStatement()) {
      statement.execute(TEMPORARY);
      try (var rows = CopyRows.into(tx, "pg_temp.moved_case",
          "id", "stage", "closed_on", "closed_why", "next_action", "next_action_on", "review_on", "because", "priority")) {
        for (var one : moved) {
          rows.row().uuid(one.caseId().value());
          state(rows, one, day);
        }
        rows.end();
      }
      statement.execute(MOVE.replace(":day", day.toString()));
      statement.execute("delete from pg_temp.moved_case");
    }
  }

  private static void state(CopyRows row, Conclusion one, LocalDate day) {
    var decision = one.decision();
    if (decision.action() instanceof Decision.Close close) {
      row.text("closed").date(day).text(close.why()).none().none().none().none().int4(0);
    } else {
      row.text(Names.of(decision.stage())).none().none();
      row.text(Names.of(decision.next().kind())).date(decision.next().on()).date(decision.reviewOn());
      row.text(one.because()).int4(decision.priority());
    }
  }

  private static LongStream numbers(Connection tx, int count) throws SQLException {
    var numbers = LongStream.builder();
    var sql = "select nextval('cases.case_number') from generate_series(1, " + count + ")";
    try (var statement = tx.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        numbers.add(rows.getLong(1));
      }
    }
    return numbers.build();
  }
}
