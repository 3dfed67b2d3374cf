package io.duly.banking;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.duly.banking.reading.StatementFile;
import io.duly.banking.reading.StatementReader;
import io.duly.banking.statement.Statement;
import io.duly.testing.SharedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files of banks that a checkout may have beside it, and fixtures of our own. */
final class Samples {
  private Samples() {}

  static Path folder() {
    Optional<Path> found = SharedFiles.find("data/bank-statements");
    assumeTrue(found.isPresent(), "skipped: no folder shared/data/bank-statements beside the checkout");
    return found.orElseThrow();
  }

  static List<NamedCsvRecord> table(String name) {
    try (var rows = CsvReader.builder().ofNamedCsvRecord(folder().resolve(name))) {
      return rows.stream().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static List<Statement> read(Path file) {
    return new StatementReader().read(StatementFile.of(file));
  }

  static List<Statement> readText(String name, String text) {
    return new StatementReader().read(StatementFile.of(name, text.getBytes(StandardCharsets.UTF_8)));
  }
}
