package io.duly.banking.reading;

import io.duly.banking.statement.Statement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** BAI2, the North American format: records of fields between commas, continued by records 88. */
final class Bai2Reader {
  /** Some banks write several records in a line. */
  private static final Pattern TOGETHER = Pattern.compile("(?<=/)\\s+(?=(?:02|03|16|49|88|98|99),)");
  private static final Pattern CONTINUED = Pattern.compile("^88[,:]");
  private final Lines lines;
  private final Reading reading;
  private final Consumer<Statement> into;
  private final List<String> record = new ArrayList<>();
  private String place = "";
  private String day = "";
  private String currency = "";
  private boolean ended;
  private @Nullable Bai2Account account;

  Bai2Reader(Lines lines, Consumer<Statement> into) {
    this.lines = lines;
    this.reading = lines.reading();
    this.into = into;
  }

  void read() throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      for (String each : TOGETHER.split(line, -1)) {
        take(each);
      }
    }
    record();
    if (!ended) {
      throw reading.refusal("The file ends without its last record (99).", "It was cut off on its way: fetch it again from the bank.");
    }
  }

  private void take(String line) {
    if (CONTINUED.matcher(line).find()) {
      continues(line.substring(3));
    } else if (!line.isBlank()) {
      record();
      record.add(line.stripTrailing());
      place = "line " + lines.number();
    }
  }

  private void continues(String more) {
    if (record.size() > 2000) {
      throw reading.refusal("A record with more continuations than any has.", "Ask the bank for a right file.");
    }
    record.add(more.stripTrailing());
  }

  private void record() {
    if (record.isEmpty()) {
      return;
    }
    reading.at(place);
    String kind = record.getFirst().length() < 2 ? "" : record.getFirst().substring(0, 2);
    List<String> fields = Bai2Fields.of(record);
    switch (kind) {
      case "01" -> ended = false;
      case "02" -> group(fields);
      case "03" -> account = new Bai2Account(reading, fields, day, currency);
      case "16" -> open(kind).entry(List.copyOf(record));
      case "49" -> close();
      case "98" -> currency = "";
      case "99" -> ended = true;
      default -> throw reading.refusal("\u201c" + kind + "\u201d is no kind of record.", "Fetch the file again from the bank.");
    }
    record.clear();
  }

  private void group(List<String> fields) {
    day = Bai2Fields.at(fields, 4);
    currency = Bai2Fields.at(fields, 6);
    if (!Bai2Fields.at(fields, 3).equals("1")) {
      reading.finding("The bank marks this group as no plain update (status " + Bai2Fields.at(fields, 3) + "): it may correct or take back an earlier one.");
    }
  }

  private void close() {
    into.accept(open("49").done());
    account = null;
  }

  private Bai2Account open(String kind) {
    Bai2Account open = account;
    if (open == null) {
      throw reading.refusal("A record " + kind + " outside any account (03).", "Fetch the file again from the bank.");
    }
    return open;
  }
}
