package io.duly.intake;

import io.duly.bench.BenchDatabase;
import io.duly.bench.PeakMemory;
import io.duly.database.Database;
import io.duly.intake.bench.CopyFloor;
import io.duly.intake.bench.GeneratedFiles;
import io.duly.intake.bench.RowsChanged;
import io.duly.kernel.IdSource;
import io.duly.parties.Parties;
import io.duly.parties.TermsOfTrade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Measures the import of generated files into a database of its own, beside COPY of the same rows. */
@Component
public final class ImportBenchmark {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final String MEASURED = "M";

  private final Database real;
  private final Path home;
  private final Parties parties;
  private final TermsOfTrade terms;
  private final DebtorImport debtors;
  private final InvoiceImport invoices;
  private final DocumentImport documents;
  private final IdSource ids;
  private final Clock clock;

  ImportBenchmark(
      Database real, @Value("${duly.home}") Path home, Parties parties, TermsOfTrade terms, DebtorImport debtors,
      InvoiceImport invoices, DocumentImport documents, IdSource ids, Clock clock) {
    this.real = real;
    this.home = home;
    this.parties = parties;
    this.terms = terms;
    this.debtors = debtors;
    this.invoices = invoices;
    this.documents = documents;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Generates, measures, and takes everything away again.
   *
   * @param before so many other invoices are in the database already
   */
  public ImportBenchReport run(int rows, int debtorCount, int before, Progress progress) throws IOException, SQLException {
    var folder = Files.createTempDirectory(Files.createDirectories(home), "bench");
    try (var database = BenchDatabase.beside(real.owner(), home, "duly_bench_import", 1)) {
      var files = new FileImport(database.application(), parties, terms, debtors, invoices, documents, ids, clock);
      var measurement = new Measurement(database, new Intake(files, new SavedMaps(DSL.using(database.application(), SQLDialect.POSTGRES), ids, clock), List.of()), folder, progress);
      measurement.fill(before, debtorCount);
      return measurement.of(rows, debtorCount, before);
    } finally {
      delete(folder);
    }
  }

  private record Measurement(BenchDatabase database, Intake intake, Path folder, Progress progress) {
    void fill(int before, int debtorCount) throws IOException, SQLException {
      if (before > 0) {
        var others = new GeneratedFiles(folder, DAY, "B");
        seconds(others.debtors(debtorCount));
        seconds(others.invoices(before, debtorCount));
      }
    }

    ImportBenchReport of(int rows, int debtorCount, int before) throws IOException, SQLException {
      var generated = new GeneratedFiles(folder, DAY, MEASURED);
      var debtorFile = generated.debtors(debtorCount);
      var invoiceFile = generated.invoices(rows, debtorCount);
      database.settle();
      double debtorSeconds = seconds(debtorFile);
      double invoiceSeconds = seconds(invoiceFile);
      var changed = RowsChanged.since(database);
      double again = seconds(debtorFile, invoiceFile);
      long againChanged = changed.count();
      double copy = new CopyFloor(database).seconds(MEASURED, folder);
      return new ImportBenchReport(
          rows, debtorCount, before, rounded(copy), rounded(debtorSeconds), rounded(invoiceSeconds), Math.round(rows / invoiceSeconds),
          rounded(invoiceSeconds / copy), rounded(again), againChanged, PeakMemory.peakMiB());
    }

    private double seconds(Path... files) throws IOException, SQLException {
      long began = System.nanoTime();
      var reports = intake.take(List.of(files), ImportRequest.on(DAY), progress);
      double seconds = (System.nanoTime() - began) / 1e9;
      reports.stream().filter(FileReport::needsAttention).findFirst().ifPresent(report -> {
        throw new IllegalStateException("Rows of a generated file were not taken in: " + report.findings().getFirst());
      });
      return seconds;
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
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
