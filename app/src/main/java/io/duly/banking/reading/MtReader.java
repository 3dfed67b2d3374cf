package io.duly.banking.reading;

import io.duly.banking.statement.Statement;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** MT940 and MT942, with or without SWIFT's envelope: lines into fields, fields into statements. */
final class MtReader {
  private static final Pattern TAG =
      Pattern.compile("^\\s{0,8}:(20|21|25P?|28C?|60[FM]|61|86|62[FM]|64|65F?|13D?|34F|90[CD]|NS):(.*)$");
  private static final Pattern CUT_TIME = Pattern.compile(".*\\d\\d");
  private static final Pattern REST_OF_TIME = Pattern.compile("\\d\\d\\b.*");
  private static final int MOST_TEXT = 20_000;
  private final Lines lines;
  private final Reading reading;
  private final Consumer<Statement> into;
  private @Nullable MtStatement statement;
  private String tag = "";
  private String place = "";
  private String lastLine = "";
  private final StringBuilder value = new StringBuilder();
  private int statements;

  MtReader(Lines lines, Consumer<Statement> into) {
    this.lines = lines;
    this.reading = lines.reading();
    this.into = into;
  }

  void read() throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      line(withoutEnvelope(line));
    }
    field();
    finish(false);
    if (statements == 0) {
      throw reading.refusal("No statement was found.", "An MT940 or MT942 begins with :20:, :25: and :28C:; ask the bank for the whole file.");
    }
  }

  /** The numbered blocks that SWIFT puts before the text, up to the one whose number is 4. */
  private static String withoutEnvelope(String line) {
    return line.startsWith("{") ? line.substring(Math.max(line.lastIndexOf("{4:") + 3, line.lastIndexOf('}') + 1)) : line;
  }

  private void line(String line) {
    Matcher found = TAG.matcher(line);
    if (found.matches() && !continuesATime(found)) {
      begin(found.group(1), found.group(2));
    } else if (line.strip().equals("-") || line.startsWith("-}")) {
      field();
      finish(true);
    } else if (!tag.isEmpty()) {
      more(line);
    }
  }

  /** A time of day that the bank cut at the end of a line looks like a field: 13:/:25:07. */
  private boolean continuesATime(Matcher found) {
    return tag.equals("86") && CUT_TIME.matcher(lastLine).matches() && REST_OF_TIME.matcher(found.group(2)).matches()
        && found.group(1).matches("\\d\\d") && found.group(1).compareTo("59") <= 0 && !found.group(1).equals("20");
  }

  private void begin(String next, String text) {
    field();
    tag = next;
    place = "line " + lines.number();
    value.append(text);
    lastLine = text;
  }

  private void more(String line) {
    if (value.length() > MOST_TEXT) {
      throw reading.refusal("The field :" + tag + ": has more text than any has.", "Ask the bank for a right file.");
    }
    value.append('\n').append(line);
    lastLine = line;
  }

  private void field() {
    if (!tag.isEmpty()) {
      reading.at(place);
      if (tag.equals("20")) {
        finish(false);
      }
      Optional.ofNullable(statement).orElseGet(this::open).field(tag, value.toString());
    }
    tag = "";
    value.setLength(0);
  }

  private MtStatement open() {
    MtStatement opened = new MtStatement(reading);
    statement = opened;
    return opened;
  }

  private void finish(boolean ended) {
    MtStatement done = statement;
    if (done != null) {
      into.accept(done.done(ended));
      statements++;
    }
    statement = null;
  }
}
