package io.duly.cycle;

import io.duly.database.CopyRows;
import io.duly.strategy.Decision;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores decisions with all their reasons. */
final class DecisionRows {
  static final String[] COLUMNS = {
    "case_id", "decided_on", "nth", "creditor_id", "action", "step", "next_action", "next_action_on", "review_on",
    "open_balance", "policy", "reasons"
  };

  private DecisionRows() {}

  static void store(Connection tx, LocalDate day, List<Conclusion> conclusions) throws SQLException {
    try (var rows = CopyRows.into(tx, "cycle.decision", COLUMNS)) {
      for (var one : conclusions) {
        write(rows, one, day);
      }
      rows.end();
    }
  }

  private static void write(CopyRows rows, Conclusion one, LocalDate day) throws SQLException {
    var decision = one.decision();
    var account = one.account();
    rows.row().uuid(one.caseId().value()).date(day);
    rows.int2(account.open.map(OpenCase::decidedToday).orElse(0)).uuid(account.debtor.creditor.value());
    rows.text(action(decision)).text(step(decision));
    if (one.isClosed()) {
      rows.none().none().none();
    } else {
      rows.text(Names.of(decision.next().kind())).date(decision.next().on()).date(decision.reviewOn());
    }
    rows.int8(account.openBalance()).text(one.decided().policy());
    rows.text(one.reasons());
  }

  static String action(Decision decision) {
    return switch (decision.action()) {
      case Decision.Send _ -> "send";
      case Decision.Ask _ -> "ask";
      case Decision.Wait _, Decision.None _ -> "wait";
      case Decision.Close _ -> "close";
    };
  }

  private static @Nullable String step(Decision decision) {
    return switch (decision.action()) {
      case Decision.Send send -> send.step();
      case Decision.Ask ask -> ask.step();
      case Decision.Wait _, Decision.None _, Decision.Close _ -> null;
    };
  }
}
