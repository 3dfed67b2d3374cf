package io.duly.banking.export;

import io.duly.banking.statement.Balance;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Finding;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.StatementKind;
import io.duly.intake.csv.FileRefused;
import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a bank's list by its map: a statement for each account and currency that its rows name. */
final class ExportReader {
  private record Key(String account, Currency currency) {}

  /**
   * What the list says beside its payments.
   *
   * @param until the day up to which it tells everything, where somebody or the list says it
   * @param opening the balance before the payments, as it stands above or below them
   * @param closing likewise after them
   */
  record Beside(Optional<LocalDate> until, Optional<BigDecimal> opening, Optional<BigDecimal> closing) {
    static Beside asOf(Optional<LocalDate> day) {
      return new Beside(day, Optional.empty(), Optional.empty());
    }
  }

  private final Fitted fitted;
  private final RowReader reader;
  private final Beside beside;
  private final Map<Key, List<RowReader.Read>> read = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  ExportReader(Fitted fitted, RowReader reader, Beside beside, List<Finding> told) {
    this.fitted = fitted;
    this.reader = reader;
    this.beside = beside;
    this.findings.addAll(told);
  }

  /** @throws FileRefused where a row cannot be understood: bank data is taken whole */
  void read(List<Line> lines, Consumer<Statement> into) {
    lines.subList(0, Math.max(0, lines.size() - fitted.map().footer())).forEach(this::row);
    read.entrySet().stream().map(one -> added(one.getKey(), one.getValue())).toList().forEach(into);
  }

  private void row(Line line) {
    switch (reader.kind(line, !read.isEmpty())) {
      case CAME_TO_NOTHING -> told(line, "A payment that came to nothing was left out.");
      case PENDING -> told(line, "A payment that is not booked yet was left out; it comes with a later list.");
      case GOES_ON -> {
        var last = read.values().stream().reduce((_, later) -> later).orElseThrow();
        last.set(last.size() - 1, last.getLast().goingOn(fitted.cells(line, Column.TEXT)));
      }
      case BESIDE -> told(line, fitted.noPayment(line) ? "A row without day and amount was left out." : "A row with a sum or a balance was left out.");
      case PAYMENT -> payment(line);
    }
  }

  private void told(Line line, String sentence) {
    findings.add(new Finding("line " + line.number(), sentence));
  }

  private void payment(Line line) {
    try {
      var one = reader.read(line);
      read.computeIfAbsent(new Key(one.account(), one.entry().amount().currency()), _ -> new ArrayList<>()).add(one);
    } catch (RowReader.CannotTell wrong) {
      throw new FileRefused("bank-row", "Line " + line.number() + ": " + wrong.getMessage()
          + " Bank data is taken whole: nothing of the file was taken. Correct the map, or download the list again.");
    }
  }

  private Statement added(Key key, List<RowReader.Read> all) {
    try {
      // What adds up here adds up wherever it is added later.
      var sum = all.stream().map(one -> one.entry().amount()).reduce(Money.zero(key.currency()), Money::plus);
      return statement(new Key(key.account(), sum.currency()), all);
    } catch (ArithmeticException tooLarge) {
      throw new FileRefused("bank-sum", "The amounts of the list add up to more than any account holds. Nothing of the file was taken. Correct the map, or download the list again.");
    }
  }

  private Statement statement(Key key, List<RowReader.Read> found) {
    var running = Running.of(found);
    var told = new ArrayList<>(findings);
    findings.clear();
    if (running.contradicted()) {
      told.add(new Finding("the list", "The balances beside the payments do not follow from one another; they were not used."));
    }
    var days = found.stream().flatMap(one -> one.entry().day().stream()).toList();
    var last = days.stream().max(Comparator.naturalOrder());
    var ends = running.ends().or(() -> read.size() == 1 ? said(key, running, last, told) : Optional.empty());
    return new Statement(
        StatementKind.DOWNLOAD, key.account(), key.currency(), Optional.empty(), Optional.empty(), Optional.empty(), days.stream().min(Comparator.naturalOrder()),
        beside.until().filter(day -> last.filter(day::isBefore).isEmpty()).or(() -> last), ends.map(Running.Ends::opening), ends.map(Running.Ends::closing),
        running.rows().stream().map(RowReader.Read::entry).toList(), told);
  }

  /** The balances above and below the payments, where the payments lead from the one to the other. */
  private Optional<Running.Ends> said(Key key, Running running, Optional<LocalDate> last, List<Finding> told) {
    if (beside.opening().isEmpty() || beside.closing().isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    var opening = Money.rounded(beside.opening().get(), key.currency());
    var closing = Money.rounded(beside.closing().get(), key.currency());
    var sum = running.rows().stream().map(RowReader.Read::entry).map(Entry::amount).reduce(opening, Money::plus);
    if (!sum.equals(closing)) {
      told.add(new Finding("the list", "The balance above the payments and the payments do not make the balance below them; both were not used."));
      return Optional.empty();
    }
    return Optional.of(new Running.Ends(new Balance(opening, running.rows().getFirst().entry().day().orElse(last.get())), new Balance(closing, last.get())));
  }
}
