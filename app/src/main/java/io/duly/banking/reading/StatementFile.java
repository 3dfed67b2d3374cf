package io.duly.banking.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to read. It is opened more than once: to tell the format, the encoding, and to read.
 *
 * @param name as people know it; used in sentences only, never to tell the format
 * @param source opens it from the start
 */
public record StatementFile(String name, Source source) {
  /** Opens the file from its first byte. */
  public interface Source {
    InputStream open() throws IOException;
  }

  public static StatementFile of(Path path) {
    return new StatementFile(String.valueOf(path.getFileName()), () -> Files.newInputStream(path));
  }

  public static StatementFile of(String name, byte[] content) {
    return new StatementFile(name, () -> new ByteArrayInputStream(content));
  }

  InputStream open() throws IOException {
    return new Bounded(name, source.open());
  }
}
