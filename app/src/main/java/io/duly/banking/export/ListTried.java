package io.duly.banking.export;

import io.duly.banking.statement.Entry;
import io.duly.intake.ListPreview;
import io.duly.kernel.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads rows as the import would and remembers what a person should see of it. Pure. */
final class ListTried {
  /** Stands for the account as long as nobody says which it is. */
  static final String NO_ACCOUNT = "-";

  private static final int SHOWN = 25;
  private static final int PROBLEMS = 20;

  private final Fitted fitted;
  private final RowReader reader;
  private final Map<String, List<RowReader.Read>> read = new LinkedHashMap<>();
  private final List<BankPreview.Row> rows = new ArrayList<>();
  private final Map<String, ListPreview.Problem> problems = new LinkedHashMap<>();
  private long good;
  private long bad;
  private long beside;

  ListTried(Fitted fitted, RowReader reader) {
    this.fitted = fitted;
    this.reader = reader;
  }

  /**
   * @param whole these are all rows of the list
   * @param told what is known of the list beside its rows
   */
  BankPreview of(List<Line> lines, boolean whole, List<ListPreview.Column> columns, List<String> told) {
    var payments = lines.subList(0, Math.max(0, lines.size() - (whole ? fitted.map().footer() : 0)));
    payments.forEach(this::row);
    try {
      return shown(whole, columns, told);
    } catch (ArithmeticException tooLarge) {
      return BankPreview.refused(columns, "The amounts of the list add up to more than any account holds. Look at which column is the amount, and how amounts are written.");
    }
  }

  private BankPreview shown(boolean whole, List<ListPreview.Column> columns, List<String> told) {
    var worst = problems.values().stream().limit(PROBLEMS).toList();
    var list =
        new ListPreview(columns, Optional.of(BankLists.KIND), fitted.shape().separatorName(), List.of(), good, bad, whole, worst, told, Optional.empty());
    var running = read.values().stream().map(Running::of).toList();
    var first = running.stream().flatMap(one -> one.first().stream()).findFirst();
    int steps = running.stream().mapToInt(Running::steps).sum();
    int broken = running.stream().mapToInt(Running::broken).sum();
    var proof = steps + broken == 0 || bad > 0 ? Optional.<BankPreview.Proof>empty() : Optional.of(new BankPreview.Proof(steps, broken, first.map(ListTried::shown)));
    var marked = rows.stream().map(row -> first.filter(one -> one.row().line() == row.line()).isPresent() ? unfit(row) : row).toList();
    return new BankPreview(list, beside, marked, read.values().stream().map(ListTried::sum).toList(), proof);
  }

  private static BankPreview.Break shown(Running.Break found) {
    return new BankPreview.Break(found.row().line(), found.expected(), found.row().balance().orElseThrow());
  }

  private static BankPreview.Row unfit(BankPreview.Row row) {
    return new BankPreview.Row(row.line(), row.booked(), row.value(), row.amount(), row.balance(), false, row.other(), row.account(), row.text(), row.problem());
  }

  private static BankPreview.Sum sum(List<RowReader.Read> all) {
    var amounts = all.stream().map(RowReader.Read::entry).map(Entry::amount).toList();
    var none = Money.zero(amounts.getFirst().currency());
    var account = Optional.of(all.getFirst().account()).filter(number -> !number.equals(NO_ACCOUNT));
    return new BankPreview.Sum(
        account, amounts.stream().filter(one -> one.minor() > 0).reduce(none, Money::plus), amounts.stream().filter(one -> one.minor() < 0).reduce(none, Money::plus));
  }

  private void row(Line line) {
    switch (reader.kind(line, !read.isEmpty())) {
      case CAME_TO_NOTHING -> left(line, "came to nothing, left out");
      case PENDING -> left(line, "not booked yet, left out");
      case BESIDE -> left(line, "no payment, left out");
      case GOES_ON -> left(line, "more text of the row above");
      case PAYMENT -> payment(line);
    }
  }

  private void left(Line line, String why) {
    beside++;
    show(new BankPreview.Row(
        line.number(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, "", "", String.join(" ", line.said()), Optional.of(why)));
  }

  private void payment(Line line) {
    try {
      var one = reader.read(line);
      read.computeIfAbsent(one.account() + " " + one.entry().amount().currency(), _ -> new ArrayList<>()).add(one);
      good++;
      show(shown(one));
    } catch (RowReader.CannotTell wrong) {
      bad++;
      var why = String.valueOf(wrong.getMessage());
      var problem = new ListPreview.Problem("", "bank-row", 1, "Line " + line.number() + ": " + why);
      problems.merge(why.replaceAll("'[^']*'", "…"), problem, (known, _) -> new ListPreview.Problem("", "bank-row", known.count() + 1, known.example()));
      show(new BankPreview.Row(
          line.number(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, "", "", String.join(" · ", line.said()), Optional.of(why)));
    }
  }

  private static BankPreview.Row shown(RowReader.Read one) {
    var entry = one.entry();
    var details = entry.details();
    var text = Stream.of(details.endToEnd().stream(), details.references().stream(), details.remittance().stream(), entry.bankCode().stream()).flatMap(all -> all).distinct().toList();
    return new BankPreview.Row(
        one.line(), entry.bookingDate(), entry.valueDate(), Optional.of(entry.amount()), one.balance(), true, details.counterparty().name().orElse(""),
        details.counterparty().account().orElse(""), String.join(" · ", text), Optional.empty());
  }

  private void show(BankPreview.Row row) {
    if (rows.size() < SHOWN) {
      rows.add(row);
    }
  }
}
