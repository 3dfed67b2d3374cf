package io.duly.banking.cash;

import io.duly.bench.BenchDatabase;
import io.duly.cases.Recorded;
import io.duly.database.Database;
import io.duly.kernel.CreditorId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Measures matching from what lies in the database to what lies there afterwards, beside what the same database needs for the rows. */
@Component
public final class MatchBenchmark {
  private final Database real;
  private final Matchmaking matchmaking;
  private final Clock clock;
  private final Path home;

  MatchBenchmark(Database real, Matchmaking matchmaking, Clock clock, @Value("${duly.home}") Path home) {
    this.real = real;
    this.matchmaking = matchmaking;
    this.clock = clock;
    this.home = home;
  }

  /** Generates, measures, and takes everything away again. */
  public MatchBenchReport run(int entries, int invoices) throws Exception {
    try (var database = BenchDatabase.beside(real.owner(), home, "duly_bench_match", 2)) {
      CreditorId creditor;
      try (var owner = database.owner()) {
        creditor = new BenchLedger(owner, clock.instant()).write(entries, invoices);
      }
      database.settle();
      return measure(database, creditor, entries, invoices);
    }
  }

  /** The same for a tenth and three tenths of the entries before, against as many invoices. */
  public MatchBenchReport runGrowing(int entries, int invoices) throws Exception {
    var reports = new ArrayList<MatchBenchReport>();
    for (int part : new int[] {1, 3, 10}) {
      reports.add(run(entries / 10 * part, invoices));
    }
    return reports.getLast().with(MatchBenchReport.Growth.of(reports));
  }

  private MatchBenchReport measure(BenchDatabase database, CreditorId creditor, int entries, int invoices) throws Exception {
    var floor = new BenchFloor(database);
    double read = floor.read(creditor);
    long began = System.nanoTime();
    var matched = match(database, creditor);
    double seconds = (System.nanoTime() - began) / 1e9;
    long again = System.nanoTime();
    match(database, creditor);
    double againSeconds = (System.nanoTime() - again) / 1e9;
    var folder = Files.createTempDirectory(home, "bench");
    long rows = floor.keep(folder);
    double copy = floor.copy(folder);
    Files.delete(folder);
    return MatchBenchReport.of(entries, invoices, matched, seconds, read, copy, rows, againSeconds);
  }

  private MatchReport match(BenchDatabase database, CreditorId creditor) throws SQLException {
    try (var connection = database.application().getConnection()) {
      connection.setAutoCommit(false);
      var by = Recorded.by(Recorded.DULY, BenchLedger.DAY, clock.instant());
      var report = matchmaking.match(DSL.using(connection, SQLDialect.POSTGRES), creditor, BenchLedger.DAY, by);
      connection.commit();
      return report;
    }
  }
}
