package io.duly.cycle;

import io.duly.bench.BenchDatabase;
import io.duly.database.Database;
import io.duly.intake.Arrivals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Measures the daily cycle on a generated portfolio, beside what the same database needs for the same data. */
@Component
public final class Benchmark {
  /** A Monday: on a Sunday the rules about contacts let most wait. */
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private final Database real;
  private final Path home;
  private final Arrivals arrivals;
  private final Clock clock;
  private final int workers;
  private final int debtorsPerChunk;

  Benchmark(
      Database real,
      Arrivals arrivals,
      Clock clock,
      @Value("${duly.home}") Path home,
      @Value("${duly.cycle.workers:2}") int workers,
      @Value("${duly.cycle.debtors-per-chunk:2000}") int debtorsPerChunk) {
    this.real = real;
    this.home = home;
    this.arrivals = arrivals;
    this.clock = clock;
    this.workers = workers;
    this.debtorsPerChunk = debtorsPerChunk;
  }

  /** A generated portfolio of which one day was run, for others to measure with; closing takes it away. */
  public BenchDatabase worked(String name, LocalDate day, int debtors, int invoices) throws Exception {
    var database = BenchDatabase.beside(real.owner(), home, name, workers);
    try (var owner = database.owner()) {
      new BenchPortfolio(owner, day, clock).write(debtors, invoices);
      database.settle();
      Assembly.over(database.application(), arrivals, home, clock, workers, debtorsPerChunk).cycle().run(day);
      database.settle();
      return database;
    } catch (SQLException | RuntimeException failed) {
      database.close();
      throw failed;
    }
  }

  /** Generates, measures, and takes everything away again. */
  public BenchReport run(int debtors, int invoices) throws Exception {
    try (var database = BenchDatabase.beside(real.owner(), home, "duly_bench_cycle", workers)) {
      try (var owner = database.owner()) {
        new BenchPortfolio(owner, DAY, clock).write(debtors, invoices);
      }
      return measure(database, debtors, invoices);
    }
  }

  /** The same for a hundredth and a tenth of it before, to see how cost grows; the code is warm by then. */
  public BenchReport runGrowing(int debtors, int invoices) throws Exception {
    run(debtors / 100, invoices / 100);
    var reports = new ArrayList<BenchReport>();
    for (int part : new int[] {100, 10, 1}) {
      reports.add(run(debtors / part, invoices / part));
    }
    return reports.getLast().with(BenchReport.Growth.of(reports));
  }

  private BenchReport measure(BenchDatabase database, int debtors, int invoices) throws Exception {
    var assembly = Assembly.over(database.application(), arrivals, home, clock, workers, debtorsPerChunk);
    var floor = new Floor(database, workers);
    var folder = Files.createTempDirectory(home, "bench");
    var runs = new ArrayList<RunReport>();
    database.settle();
    double read = floor.read(DAY);
    runs.add(assembly.cycle().run(DAY));
    long rows = floor.keep(folder);
    database.settle();
    double copy = floor.copy(folder);
    double update = floor.update();
    delete(folder);
    var before = Changes.seen(database);
    runs.add(assembly.cycle().run(DAY));
    long changed = Changes.seen(database) - before;
    assembly.replay().takeAsSent(DAY);
    database.settle();
    runs.add(assembly.cycle().run(DAY.plusDays(1)));
    assembly.replay().takeAsSent(DAY.plusDays(1));
    database.settle();
    runs.add(assembly.cycle().run(DAY.plusDays(10)));
    var times = new BenchReport.FloorTimes(
            BenchReport.rounded(read), BenchReport.rounded(copy), BenchReport.rounded(update), BenchReport.rounded(read + copy + update));
    return BenchReport.of(invoices, debtors, workers, rows, times, runs, changed);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
