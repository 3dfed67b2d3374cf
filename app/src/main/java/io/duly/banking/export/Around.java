package io.duly.banking.export;

import io.duly.intake.reading.AmountReader;
import io.duly.intake.reading.Codes;
import io.duly.intake.reading.DateOrder;
import io.duly.intake.reading.DateReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands above and below the payments of a list: the account, its currency, the days, balances. Pure. */
final class Around {
  private static final Pattern NUMBER = Pattern.compile("[0-9*Xx][0-9*Xx ./-]{4,33}");
  private static final Pattern DAY = Pattern.compile("\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}");
  private static final BankWords WORDS = BankWords.KNOWN;

  /** A label and what is said to it. */
  private record Said(String label, String value) {}

  private final List<Line> lines;
  private final List<Said> said = new ArrayList<>();

  Around(List<Line> lines) {
    this.lines = lines;
    lines.forEach(this::line);
  }

  private void line(Line line) {
    var cells = line.said();
    for (int at = 0; at < cells.size(); at++) {
      var cell = cells.get(at);
      int colon = cell.indexOf(':');
      if (colon > 0 && colon < cell.length() - 1) {
        said.add(new Said(cell.substring(0, colon), cell.substring(colon + 1).strip()));
      }
      if (at + 1 < cells.size()) {
        said.add(new Said(cell, String.join(" ", cells.subList(at + 1, cells.size()))));
      }
    }
  }

  private Stream<String> values(String kind) {
    return said.stream().filter(one -> WORDS.says(kind, BankWords.withoutCurrency(one.label()))).map(Said::value);
  }

  /** The account's number: the only IBAN there is, else what a label says. */
  Optional<String> account() {
    var ibans = lines.stream().flatMap(line -> line.said().stream()).flatMap(cell -> Iban.in(cell).stream()).distinct().toList();
    return ibans.size() == 1 ? Optional.of(ibans.getFirst()) : labelled();
  }

  private Optional<String> labelled() {
    var besides = lines.stream().flatMap(line -> line.said().stream()).filter(cell -> WORDS.beginsWith("accountLabel", cell));
    return Stream.concat(values("accountLabel"), besides).flatMap(value -> number(value).stream()).findFirst();
  }

  /** The number in "Business account 12-34-56 12345678", the last where there are several. */
  private static Optional<String> number(String value) {
    return NUMBER.matcher(value).results().map(match -> match.group().strip().replaceAll("[ ./-]+$", ""))
        .filter(number -> number.chars().filter(Character::isDigit).count() >= 4 && number.length() >= 5 && !dated(number))
        .reduce((_, last) -> last);
  }

  private static boolean dated(String number) {
    return ColumnFacts.isDay(number) || Stream.of(number.split("[ -]", -1)).anyMatch(ColumnFacts::isDay);
  }

  Optional<String> currency() {
    var labelled = values("currencyLabel").map(value -> value.split(" ", 2)[0].toUpperCase(Locale.ROOT)).filter(Codes::isCurrency).findFirst();
    return labelled.or(() -> lines.stream().flatMap(line -> line.said().stream()).filter(Codes::isCurrency).findFirst())
        .or(() -> said.stream().filter(one -> WORDS.says("accountLabel", one.label())).flatMap(one -> BankWords.currency(one.value()).stream()).findFirst())
        .or(() -> lines.stream().flatMap(line -> line.said().stream()).filter(cell -> WORDS.beginsWith("opening", cell) || WORDS.beginsWith("closing", cell))
            .flatMap(cell -> BankWords.currency(cell).stream()).findFirst());
  }

  Optional<BigDecimal> balance(String kind, char decimal) {
    return lines.stream().filter(line -> line.said().stream().anyMatch(cell -> WORDS.beginsWith(kind, cell)))
        .flatMap(line -> amount(line, decimal).stream()).findFirst();
  }

  private static Optional<BigDecimal> amount(Line line, char decimal) {
    return line.said().stream()
        .map(cell -> cell.contains(":") ? cell.substring(cell.indexOf(':') + 1).strip() : cell)
        .filter(cell -> !ColumnFacts.isDay(cell) && ColumnFacts.isAmount(cell))
        .flatMap(cell -> new AmountReader(decimal).read(cell).stream())
        .map(AmountReader.Read::major)
        .reduce((_, last) -> last);
  }

  /** The last day of the time that the list covers. */
  Optional<LocalDate> until(DateOrder order) {
    return lines.stream().filter(line -> line.said().stream().anyMatch(cell -> WORDS.beginsWith("periodLabel", cell)))
        .flatMap(line -> DAY.matcher(String.join(" ", line.said())).results())
        .flatMap(match -> DateReader.in(order).read(match.group()).stream())
        .max(LocalDate::compareTo);
  }

  boolean mentions(String kind) {
    return lines.stream().flatMap(line -> line.said().stream()).anyMatch(cell -> WORDS.mentions(kind, cell));
  }
}
