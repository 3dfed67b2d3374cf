package io.duly.banking.reading;

import io.duly.banking.statement.Statement;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** OFX 1 (SGML, where fields are not closed) and 2 (XML): tags and the text after them are all that is needed of both. */
final class OfxReader {
  private static final int DEEPEST = 40;
  private final Lines lines;
  private final Reading reading;
  private final Consumer<Statement> into;
  private final Deque<String> open = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private String field = "";
  private String status = "";
  private boolean ended;
  private int statements;
  private @Nullable OfxStatement statement;

  OfxReader(Lines lines, Consumer<Statement> into) {
    this.lines = lines;
    this.reading = lines.reading();
    this.into = into;
  }

  void read() throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      line(line);
    }
    if (!ended) {
      throw reading.refusal("The file ends in the middle, without </OFX>.", "It was cut off on its way: fetch it again from the bank.");
    }
    if (statements == 0) {
      throw reading.refusal(
          "The file holds no statement" + (status.isEmpty() ? "." : "; the bank's answer was \u201c" + status + "\u201d."), "Fetch the statement again from the bank.");
    }
  }

  private void line(String line) {
    int from = 0;
    for (int at = line.indexOf('<'); at >= 0; at = line.indexOf('<', from)) {
      text.append(line, from, at);
      int end = line.indexOf('>', at);
      if (end < 0) {
        throw reading.refusal("A tag without its end.", "Fetch the file again from the bank.");
      }
      tag(line.substring(at + 1, end).strip());
      from = end + 1;
    }
    text.append(line, from, line.length()).append('\n');
    if (text.length() > 100_000) {
      throw reading.refusal("One piece of text is larger than any statement has.", "Ask the bank for a right file.");
    }
  }

  private void tag(String tag) {
    if (tag.startsWith("!")) {
      throw reading.refusal("A document type, which no bank's statement has.", "It may be an attack: ask the bank for a right file.");
    }
    value();
    String name = tag.toUpperCase(Locale.ROOT);
    if (name.startsWith("/")) {
      close(name.substring(1));
    } else if (!name.startsWith("?")) {
      begin(name);
    }
  }

  /** A tag with text after it is a field, whether it is closed or not. */
  private void value() {
    String found = OfxStatement.plain(text.toString());
    text.setLength(0);
    if (!field.isEmpty() && !found.isEmpty()) {
      open.remove(field);
      status = field.equals("MESSAGE") ? found : status;
      if (statement != null) {
        statement.field(String.valueOf(open.peek()), field, found);
      }
    }
    field = "";
  }

  private void begin(String name) {
    open.push(name);
    field = name;
    if (open.size() > DEEPEST) {
      throw reading.refusal("Tags are nested deeper than " + DEEPEST + " levels.", "Ask the bank for a right file.");
    }
    if (name.equals("STMTRS") || name.equals("CCSTMTRS") || name.equals("INVSTMTRS")) {
      statement = new OfxStatement(reading);
    } else if (name.equals("STMTTRN") && statement != null) {
      statement.begin();
    }
  }

  private void close(String name) {
    for (boolean found = !open.contains(name); !found; ) {
      found = open.pop().equals(name);
    }
    OfxStatement current = statement;
    ended |= name.equals("OFX");
    if (current != null && name.equals("STMTTRN")) {
      current.end();
    } else if (current != null && (name.equals("STMTRS") || name.equals("CCSTMTRS") || name.equals("INVSTMTRS"))) {
      into.accept(current.done());
      statements++;
      statement = null;
    }
  }
}
