package io.duly.cycle;

import io.duly.database.CopyRows;
import io.duly.kernel.IdSource;
import io.duly.strategy.Decision;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** What decisions leave to be done and to be remembered: tasks for people, and the steps that invoices took. */
final class WorkRows {
  static final String[] TASK = {"id", "creditor_id", "case_id", "kind", "why", "step", "created_on", "due_on"};
  static final String[] STEP = {"invoice_id", "step", "taken_on", "case_id", "creditor_id"};

  private WorkRows() {}

  static int tasks(Connection tx, LocalDate day, List<Conclusion> conclusions, IdSource ids) throws SQLException {
    var asked = conclusions.stream().filter(one -> one.decision().action() instanceof Decision.Ask).toList();
    if (asked.isEmpty()) {
      return 0;
    }
    try (var rows = CopyRows.into(tx, "cases.task", TASK)) {
      for (var one : asked) {
        if (one.decision().action() instanceof Decision.Ask ask) {
          rows.row().uuid(ids.next()).uuid(one.account().debtor.creditor.value()).uuid(one.caseId().value());
          rows.text(Names.of(ask.kind())).text(one.because()).text(ask.step()).date(day).date(ask.dueOn());
        }
      }
      rows.end();
    }
    return asked.size();
  }

  static void steps(Connection tx, LocalDate day, List<Conclusion> conclusions) throws SQLException {
    if (conclusions.stream().allMatch(one -> lines(one).isEmpty())) {
      return;
    }
    try (var rows = CopyRows.into(tx, "cases.step_taken", STEP)) {
      for (var one : conclusions) {
        for (var line : lines(one)) {
          rows.row().uuid(line.invoice()).text(line.step()).date(day).uuid(one.caseId().value());
          rows.uuid(one.account().debtor.creditor.value());
        }
      }
      rows.end();
    }
  }

  static List<Decision.Line> lines(Conclusion one) {
    return switch (one.decision().action()) {
      case Decision.Send send -> send.lines();
      case Decision.Ask ask -> ask.lines();
      case Decision.Wait _, Decision.Close _, Decision.None _ -> List.of();
    };
  }

  /** Nobody is to do anything any more for a case that is closed. */
  static void endTasks(Connection tx, LocalDate day, List<Conclusion> closed) throws SQLException {
    var sql =
        """
        update cases.task set done_on = ?, done_by = 'duly', outcome = 'the case is closed'
         where done_on is null and case_id = any (?)
        """;
    try (var statement = tx.prepareStatement(sql)) {
      statement.setObject(1, day);
      statement.setArray(2, tx.createArrayOf("uuid", closed.stream().map(one -> one.caseId().value()).toArray()));
      statement.executeUpdate();
    }
  }
}
