package io.duly.banking;

import io.duly.intake.FileReport;
import io.duly.intake.Finding;
import io.duly.intake.ImportRequest;
import io.duly.intake.Intake;
import io.duly.intake.Progress;
import io.duly.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** An application over a database of its own, into which bank files are taken. */
final class Till implements AutoCloseable {
  static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

  final TestDatabase database = TestDatabase.fresh();
  private final ConfigurableApplicationContext application = database.application("spring.main.lazy-initialization=true");
  private final Path folder;
  private int files;

  Till() {
    try {
      folder = Files.createTempDirectory("duly-till");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(byte[] bytes) {
    try {
      return Files.write(folder.resolve("file" + ++files), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FileReport take(CamtFile file) {
    return take(file.xml());
  }

  FileReport take(String text) {
    return take(ImportRequest.on(TODAY), file(text.getBytes(StandardCharsets.UTF_8)));
  }

  FileReport take(ImportRequest request, Path file) {
    try {
      return application.getBean(Intake.class).take(List.of(file), request, Progress.NONE).getFirst();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How the only statement of a file was placed. */
  static String link(FileReport report) {
    return report.bankStatements().orElseThrow().each().getFirst().link();
  }

  static List<String> codes(FileReport report) {
    return report.findings().stream().map(Finding::code).toList();
  }

  <T> T the(Class<T> facade) {
    return application.getBean(facade);
  }

  long number(String sql) {
    return database.ask(tx -> tx.fetchSingle(sql).get(0, Long.class));
  }

  /** The receipts in minor units, lowest first. */
  List<Long> receipts() {
    return database.ask(tx -> tx.fetch("select amount from ledger.receipt order by amount").map(row -> row.get(0, Long.class)));
  }

  List<Map<String, Object>> rows(String sql) {
    return database.ask(tx -> tx.fetch(sql).intoMaps());
  }

  /** Empties what files brought, for the next test. */
  void clear() {
    database.execute(
        "set session_replication_role = replica",
        "truncate banking.account, banking.statement, banking.entry, ledger.receipt, intake.file, intake.finding, parties.creditor cascade");
  }

  @Override
  public void close() {
    application.close();
    database.close();
  }
}
