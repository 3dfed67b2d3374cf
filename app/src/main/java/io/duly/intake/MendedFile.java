package io.duly.intake;

import io.duly.intake.csv.Look;
import io.duly.intake.reading.Field;
import io.duly.intake.reading.FilePlan;
import io.duly.intake.reading.KeptReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A file of mended rows under the header of the file they come from, each on the line that it has there: what is said of
 * a line is true of both.
 */
final class MendedFile implements AutoCloseable {
  private final Path path;
  private final KeptReading reading;
  private final SortedMap<Long, MendedText> rows;
  private final String creditor;

  private MendedFile(Path path, KeptReading reading, SortedMap<Long, MendedText> rows, String creditor) {
    this.path = path;
    this.reading = reading;
    this.rows = rows;
    this.creditor = creditor;
  }

  /**
   * Writes the file.
   *
   * @param rows in the order of their lines
   * @param creditor whose the rows are where none of them says it
   */
  static MendedFile of(KeptReading reading, List<MendedText> rows, String creditor) throws IOException {
    var path = Files.createTempFile("duly-mended", ".csv");
    var written = new TreeMap<Long, MendedText>();
    try (var out = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
      var header = RawRow.text(reading.header(), reading.shape(), reading.header().size());
      out.write(header + "\n");
      long line = 1 + lines(header);
      for (var row : rows) {
        for (; line < row.line(); line++) {
          out.write('\n');
        }
        written.put(line, row);
        out.write(row.raw() + "\n");
        line += lines(row.raw());
      }
    }
    return new MendedFile(path, reading, written, creditor);
  }

  Path path() {
    return path;
  }

  /** The rows by the line on which each is, nearly always its own. */
  SortedMap<Long, MendedText> rows() {
    return rows;
  }

  FilePlan plan() throws IOException {
    return reading.plan(Look.at(path), rows.size(), creditors());
  }

  private Set<String> creditors() {
    var named = new LinkedHashSet<String>();
    reading.column(Field.CREDITOR).ifPresent(column -> {
      rows.values().stream().map(row -> row.cells().get(column).strip()).filter(code -> !code.isEmpty()).forEach(named::add);
      if (named.isEmpty()) {
        named.add(creditor);
      }
    });
    return named;
  }

  private static long lines(String text) {
    return text.lines().count() + (text.isEmpty() ? 1 : 0);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
