package io.duly.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;

/** Rows of others' lists, by the names of their columns; a test without them says that it skipped. */
public final class OthersRows {
  private OthersRows() {}

  public static List<NamedCsvRecord> of(String file) throws IOException {
    var path = SharedFiles.find("data/" + file);
    assumeTrue(path.isPresent(), "skipped: no shared folder with " + file + " beside the checkout");
    try (var reader = CsvReader.builder().ofNamedCsvRecord(path.orElseThrow())) {
      return reader.stream().toList();
    }
  }
}
