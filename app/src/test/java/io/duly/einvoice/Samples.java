package io.duly.einvoice;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.duly.testing.SharedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Invoices of others that a checkout may have beside it. */
final class Samples {
  private Samples() {}

  static Path folder() {
    Optional<Path> found = SharedFiles.find("data/e-invoices");
    assumeTrue(found.isPresent(), "skipped: no folder shared/data/e-invoices beside the checkout");
    return found.orElseThrow();
  }

  /** The rows of expected.csv of one class. */
  static List<NamedCsvRecord> expected(String folder) {
    try (var rows = CsvReader.builder().ofNamedCsvRecord(folder().resolve("expected.csv"))) {
      return rows.stream().filter(row -> row.getField("file").startsWith(folder + "/")).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(folder().resolve(file));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
