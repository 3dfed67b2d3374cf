package io.duly.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
  private static final String[] HISTORY = {
    "number,customer number,issue date,due date,currency,amount,disputed,settled date",
    "A,1,2026-01-10,2026-02-10,EUR,100.00,no,2026-02-05",
    "B,1,2026-01-20,2026-02-20,EUR,200.00,yes,2026-03-10",
    "C,2,2026-02-15,2026-03-15,EUR,300.00,yes,2026-03-10",
    "D,2,2026-03-01,2026-04-01,EUR,-50.00,no,"
  };

  @Test
  void whatAFileToldOfLaterDaysArrivesOnItsDay() throws IOException, SQLException {
    try (var desk = new Desk()) {
      var file = desk.file(String.join("\n", HISTORY));
      var report = desk.take(ImportRequest.on(Desk.TODAY).asOf(day("2026-01-31")), file);

      assertThat(report.imported()).isEqualTo(4);
      assertThat(report.keptBack()).isEqualTo(5);
      assertThat(desk.count("ledger.invoice")).isEqualTo(2);
      assertThat(desk.count("ledger.receipt")).isZero();
      assertThat(desk.count("cases.dispute where closed_on is null and opened_on = '2026-01-31'")).isEqualTo(1);

      assertThat(release(desk, "2026-02-04")).isEqualTo(new Arrived(0, 0, 0));
      assertThat(release(desk, "2026-02-05")).isEqualTo(new Arrived(0, 1, 0));
      assertThat(desk.count("ledger.invoice where number = 'A' and settled_on = '2026-02-05'")).isEqualTo(1);
      // Days that were missed: each thing still has its own date.
      assertThat(release(desk, "2026-03-31")).isEqualTo(new Arrived(1, 2, 1));
      assertThat(desk.count("ledger.invoice where settled_on = '2026-03-10'")).isEqualTo(2);
      assertThat(desk.count("cases.dispute where closed_on = '2026-03-10' and outcome = 'settled'")).isEqualTo(2);
      assertThat(desk.count("cases.dispute where opened_on = '2026-02-15'")).isEqualTo(1);
      assertThat(release(desk, "2026-12-31")).isEqualTo(new Arrived(0, 0, 0));
    }
  }

  @Test
  void whatWaitsIsKnownWhenTheFileComesAgain() throws IOException {
    try (var desk = new Desk()) {
      var file = desk.file(String.join("\n", HISTORY));
      desk.take(ImportRequest.on(Desk.TODAY).asOf(day("2026-01-31")), file);
      long waiting = desk.count("intake.kept_back");

      var again = desk.take(ImportRequest.on(Desk.TODAY).asOf(day("2026-01-31")), file);

      assertThat(again.duplicates()).isEqualTo(4);
      assertThat(desk.count("intake.kept_back")).isEqualTo(waiting);
    }
  }

  private static Arrived release(Desk desk, String day) throws SQLException {
    try (var connection = desk.the(DataSource.class).getConnection()) {
      connection.setAutoCommit(false);
      var arrived = desk.the(Arrivals.class).release(connection, day(day));
      connection.commit();
      return arrived;
    }
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
