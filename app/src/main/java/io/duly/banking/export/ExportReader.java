package io.duly.banking.export;

import io.duly.banking.statement.Balance;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Finding;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.StatementKind;
import io.duly.intake.csv.FileRefused;
import io.duly.intake.csv.Rows;
import io.duly.kernel.Money;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a bank's list by its map: a statement for each account and currency that its rows name. */
final class ExportReader {
  private static final int MOST_ROWS = 500_000;

  private record Key(String account, Currency currency) {}

  private final Fitted fitted;
  private final RowReader reader;
  private final Optional<LocalDate> asOf;
  private final Map<Key, List<RowReader.Read>> read = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  /** @param asOf up to which day the list tells everything, where somebody said it */
  ExportReader(Fitted fitted, RowReader reader, Optional<LocalDate> asOf) {
    this.fitted = fitted;
    this.reader = reader;
    this.asOf = asOf;
  }

  /** @throws FileRefused where a row cannot be understood: bank data is taken whole */
  void read(Path file, Consumer<Statement> into) throws IOException {
    try (var rows = BankList.open(file, fitted)) {
      for (int at = 0; at < fitted.above(); at++) {
        rows.next();
      }
      rows(rows);
    }
    read.forEach((key, all) -> into.accept(statement(key, all)));
  }

  private record Line(long number, List<String> cells) {}

  private void rows(Rows rows) throws IOException {
    var lines = new ArrayList<Line>();
    while (rows.next()) {
      if (rows.problem() != Rows.Problem.NONE) {
        throw refused(rows.line(), "cannot be taken apart (" + rows.problem() + ")");
      }
      if (lines.size() >= MOST_ROWS) {
        throw new FileRefused("too-many-rows", "The list has more than " + MOST_ROWS + " rows. Download it by month. Nothing of the file was taken.");
      }
      var cells = new ArrayList<String>(rows.cells());
      for (int cell = 0; cell < rows.cells(); cell++) {
        cells.add(rows.cell(cell));
      }
      lines.add(new Line(rows.line(), cells));
    }
    lines.subList(0, Math.max(0, lines.size() - fitted.map().footer())).forEach(this::row);
  }

  private void row(Line line) {
    var row = line.cells();
    if (reader.pending(row)) {
      findings.add(new Finding("line " + line.number(), "A payment that is not booked yet was left out; it comes with a later list."));
    } else if (fitted.map().continued() && fitted.cells(row, Column.BOOKED_ON).isEmpty() && !fitted.amounts(row) && !read.isEmpty()) {
      var last = read.values().stream().reduce((_, later) -> later).orElseThrow();
      last.set(last.size() - 1, last.getLast().goingOn(fitted.cells(row, Column.TEXT)));
    } else {
      try {
        var one = reader.read(row);
        read.computeIfAbsent(new Key(one.account(), one.entry().amount().currency()), _ -> new ArrayList<>()).add(one);
      } catch (RowReader.CannotTell wrong) {
        throw refused(line.number(), String.valueOf(wrong.getMessage()));
      }
    }
  }

  private static FileRefused refused(long line, String what) {
    return new FileRefused("bank-row", "Line " + line + ": " + what + " Bank data is taken whole: nothing of the file was taken. Correct the map, or download the list again.");
  }

  private Statement statement(Key key, List<RowReader.Read> found) {
    var rows = new ArrayList<>(found);
    if (falling(rows)) {
      Collections.reverse(rows);
    }
    var told = new ArrayList<>(findings);
    var days = rows.stream().flatMap(one -> one.entry().day().stream()).toList();
    var last = days.stream().max(Comparator.naturalOrder());
    var balances = balances(rows, told, last);
    findings.clear();
    return new Statement(
        StatementKind.DOWNLOAD, key.account(), key.currency(), Optional.empty(), Optional.empty(), Optional.empty(), days.stream().min(Comparator.naturalOrder()),
        asOf.filter(day -> last.filter(day::isBefore).isEmpty()).or(() -> last), balances.map(Ends::opening), balances.map(Ends::closing),
        rows.stream().map(RowReader.Read::entry).toList(), told);
  }

  private static boolean falling(List<RowReader.Read> rows) {
    var days = rows.stream().flatMap(one -> one.entry().day().stream()).toList();
    return days.size() > 1 && days.getFirst().isAfter(days.getLast());
  }

  private record Ends(Balance opening, Balance closing) {}

  /** Balances count where every row has one and each is the one before with the row's amount. */
  private static Optional<Ends> balances(List<RowReader.Read> rows, List<Finding> told, Optional<LocalDate> last) {
    if (rows.isEmpty() || rows.stream().anyMatch(one -> one.balance().isEmpty())) {
      return Optional.empty();
    }
    for (int at = 1; at < rows.size(); at++) {
      Entry entry = rows.get(at).entry();
      if (!rows.get(at - 1).balance().orElseThrow().plus(entry.amount()).equals(rows.get(at).balance().orElseThrow())) {
        told.add(new Finding("the list", "The balances beside the payments do not follow from one another; they were not used."));
        return Optional.empty();
      }
    }
    Money opening = rows.getFirst().balance().orElseThrow().minus(rows.getFirst().entry().amount());
    var first = rows.getFirst().entry().day().or(() -> last).orElseThrow();
    return Optional.of(new Ends(new Balance(opening, first), new Balance(rows.getLast().balance().orElseThrow(), last.orElse(first))));
  }
}
