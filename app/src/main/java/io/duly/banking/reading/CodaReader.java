package io.duly.banking.reading;

import io.duly.banking.statement.Statement;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** CODA, the Belgian format: lines of 128 letters, a digit at their start says what they are. */
final class CodaReader {
  private final Lines lines;
  private final Reading reading;
  private final Consumer<Statement> into;
  private @Nullable CodaStatement statement;

  CodaReader(Lines lines, Consumer<Statement> into) {
    this.lines = lines;
    this.reading = lines.reading();
    this.into = into;
  }

  void read() throws IOException {
    boolean open = false;
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank()) {
        record(String.format("%-128s", line));
        open = line.charAt(0) != '9';
      }
    }
    if (open) {
      throw reading.refusal("The file ends without its last line (9).", "It was cut off on its way: fetch it again from the bank.");
    }
  }

  private void record(String line) {
    char kind = line.charAt(0);
    CodaStatement current = statement;
    if (kind == '1') {
      statement = new CodaStatement(reading, line);
    } else if (current == null && kind != '0' && kind != '9' && kind != '4') {
      throw reading.refusal("A line of kind " + kind + " before any statement (1).", "The beginning of the file is missing: fetch it again from the bank.");
    } else if (current != null && kind == '9') {
      into.accept(current.done(line));
      statement = null;
    } else if (current != null) {
      current.line(line);
    }
  }
}
