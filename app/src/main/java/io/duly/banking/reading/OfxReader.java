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
  private static final String COMMENT_END = "-->";
  private static final String LITERAL = "![CDATA[";
  private static final String LITERAL_END = "]]>";
  private final Lines lines;
  private final StatementReader.Said said;
  private final Reading reading;
  private final Consumer<Statement> into;
  private final Deque<String> open = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private String begun = "";
  private String field = "";
  private String status = "";
  private boolean ended;
  private int statements;
  private @Nullable OfxStatement statement;

  OfxReader(Lines lines, StatementReader.Said said, Consumer<Statement> into) {
    this.lines = lines;
    this.said = said;
    this.reading = lines.reading();
    this.into = into;
  }

  void read() throws IOException {
    for (String line = lines.nextTag(); line != null; line = lines.nextTag()) {
      line(lines.isWithin() ? line : line + "\n");
      if (text.length() + begun.length() > 100_000) {
        throw reading.refusal("One piece of text is larger than any statement has.", "Ask the bank for a right file.");
      }
    }
    if (!ended) {
      throw reading.refusal("The file ends in the middle, without </OFX>.", "It was cut off on its way: fetch it again from the bank.");
    }
    if (statements == 0) {
      throw reading.refusal(
          "The file holds no statement" + (status.isEmpty() ? "." : "; the bank's answer was \u201c" + status + "\u201d."), "Fetch the statement again from the bank.");
    }
  }

  /** A line, or what of it ends with a tag. A tag, comment or literal text that has not ended yet waits for more. */
  private void line(String line) {
    int at = begun.isEmpty() ? line.indexOf('<') : 0;
    if (at < 0) {
      text.append(line);
      return;
    }
    text.append(line, 0, at);
    begun += line.substring(at);
    int from = Math.max(begun.length() - line.length() - LITERAL_END.length(), 0);
    if (begun.indexOf(end(), from) >= 0) {
      String whole = begun.stripTrailing();
      begun = "";
      ended(whole);
    } else if (begun.startsWith("<!--")) {
      begun = "<!--" + begun.substring(Math.max(begun.length() - COMMENT_END.length(), "<!--".length()));
    }
  }

  private String end() {
    return begun.startsWith("<!--") ? COMMENT_END : begun.startsWith(LITERAL, 1) ? LITERAL_END : ">";
  }

  private void ended(String whole) {
    if (whole.startsWith(LITERAL, 1)) {
      text.append(whole, 1 + LITERAL.length(), whole.length() - LITERAL_END.length());
    } else if (!whole.startsWith("<!--")) {
      tag(whole.substring(1, whole.length() - 1).strip());
    }
  }

  /** An old file may name its document type; one that also defines something in it is none of a bank's. */
  private void tag(String tag) {
    if (tag.startsWith("!")) {
      if (tag.indexOf('[') < 0) {
        return;
      }
      throw reading.refusal("A document type that defines entities, which no bank's statement has.", "It may be an attack: ask the bank for a right file.");
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
      statement = new OfxStatement(reading, said, name.equals("INVSTMTRS"));
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
