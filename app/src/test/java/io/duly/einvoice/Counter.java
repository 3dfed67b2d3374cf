package io.duly.einvoice;

import io.duly.intake.FileReport;
import io.duly.intake.ImportRequest;
import io.duly.intake.Intake;
import io.duly.intake.Progress;
import io.duly.testing.Office;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Where invoices are handed in, over a database of its own. */
final class Counter implements AutoCloseable {
  static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

  final Office office = new Office();
  private final Path folder;
  private int files;

  Counter() {
    try {
      folder = Files.createTempDirectory("duly-einvoice");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(byte[] bytes) {
    try {
      return Files.write(folder.resolve("in" + ++files + ".dat"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FileReport take(String text) {
    return take(text.getBytes(StandardCharsets.UTF_8));
  }

  FileReport take(byte[] bytes) {
    return take(ImportRequest.on(TODAY), file(bytes)).getFirst();
  }

  List<FileReport> take(ImportRequest request, Path... paths) {
    try {
      return office.the(Intake.class).take(Arrays.asList(paths), request, Progress.NONE);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long number(String sql) {
    return office.database().ask(tx -> tx.fetchSingle(sql).get(0, Long.class));
  }

  Map<String, Object> row(String sql) {
    return office.database().ask(tx -> tx.fetchSingle(sql).intoMap());
  }

  @Override
  public void close() {
    office.close();
  }
}
