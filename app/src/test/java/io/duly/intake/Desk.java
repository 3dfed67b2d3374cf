package io.duly.intake;

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

/** An application over a database of its own, into which files are taken. */
final class Desk implements AutoCloseable {
  static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

  final TestDatabase database = TestDatabase.fresh();
  private final ConfigurableApplicationContext application = database.application("spring.main.lazy-initialization=true");
  private final Path folder;
  private int files;

  Desk() throws IOException {
    folder = Files.createTempDirectory("duly-import");
  }

  Path file(String text) {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  Path file(byte[] bytes) {
    try {
      return Files.write(folder.resolve("file" + ++files + ".csv"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes in lines given as text. */
  FileReport take(String... lines) {
    return take(ImportRequest.on(TODAY), file(String.join("\n", lines) + "\n"));
  }

  FileReport take(ImportRequest request, Path file) {
    try {
      return application.getBean(Intake.class).take(List.of(file), request, Progress.NONE).getFirst();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  <T> T the(Class<T> facade) {
    return application.getBean(facade);
  }

  long count(String from) {
    return number("select count(*) from " + from);
  }

  long number(String sql) {
    return database.ask(tx -> tx.fetchSingle(sql).get(0, Long.class));
  }

  List<Map<String, Object>> rows(String sql) {
    return database.ask(tx -> tx.fetch(sql).intoMaps());
  }

  @Override
  public void close() {
    application.close();
    database.close();
  }
}
