package io.duly.intake.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file as text: itself, or the list that was written out of a workbook and goes when this is closed.
 *
 * @param path where the text lies
 * @param written out of a workbook
 */
public record Listed(Path path, boolean written) implements AutoCloseable {

  /** @throws FileRefused where it is a workbook that cannot be read */
  public static Listed of(Path file) throws IOException {
    return Workbook.isOne(file) ? new Listed(Workbook.asText(file), true) : new Listed(file, false);
  }

  @Override
  public void close() throws IOException {
    if (written) {
      Files.deleteIfExists(path);
    }
  }
}
