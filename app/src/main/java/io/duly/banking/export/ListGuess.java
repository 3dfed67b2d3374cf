package io.duly.banking.export;

import io.duly.banking.statement.Finding;
import io.duly.intake.csv.Shape;
import io.duly.intake.reading.DateOrder;
import io.duly.intake.reading.DateReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells a bank's list of payments by its columns' names and by what they hold, and how to read it. Pure. */
final class ListGuess {
  private static final List<Column> MONEY =
      List.of(Column.AMOUNT, Column.DEBIT, Column.CREDIT, Column.DIRECTION, Column.BALANCE, Column.CHARGE, Column.IGNORE);

  private final Shape shape;
  private final Hints hints;
  private final Optional<Integer> header;
  private final List<Line> below;
  private final Roles roles;
  private final Around around;
  private final Optional<String> currency;

  private ListGuess(List<Line> lines, Shape shape, Hints hints) {
    this.shape = shape;
    this.hints = hints;
    this.header = Names.among(lines).or(() -> IntStream.range(0, lines.size()).filter(at -> likely(lines.get(at))).boxed().findFirst().flatMap(at -> Names.above(lines, at)));
    this.below = lines.subList(header.map(at -> at + 1).orElse(0), lines.size());
    var likely = below.stream().filter(ListGuess::likely).limit(2_000).toList();
    var names = header.map(at -> lines.get(at).cells()).orElse(List.of());
    int width = Math.max(names.size(), likely.stream().mapToInt(line -> line.cells().size()).max().orElse(0));
    var all = IntStream.range(0, width).mapToObj(at -> at < names.size() ? names.get(at) : "").toList();
    this.around = new Around(Stream.concat(lines.stream().limit(header.orElse(0)), below.stream().filter(line -> !likely(line)).limit(60)).toList());
    this.roles = new Roles(all, IntStream.range(0, width).mapToObj(at -> ColumnFacts.of(likely, at)).toList(), around.account().isPresent());
    this.currency = hints.currency().or(this::namedCurrency).or(around::currency).or(() -> inName(hints.name()));
  }

  /** @param lines all rows of the file, or the first ones */
  static Guess of(List<Line> lines, Shape shape, Hints hints) {
    return new ListGuess(lines, shape, hints).guess();
  }

  /** What somebody begins with who says what each column is, whether the list is clear or not. */
  static Draft draft(List<Line> lines, Shape shape, Hints hints) {
    return new ListGuess(lines, shape, hints).draft();
  }

  private Draft draft() {
    var day = roles.at(Column.BOOKED_ON).or(() -> roles.at(Column.VALUE_ON));
    var signs = Signs.possible(roles);
    var payments = day.isPresent() && !signs.isEmpty() ? payments(day.get(), signs.getFirst()) : List.<Line>of();
    if (payments.isEmpty()) {
      var seen = Stream.of(Column.values()).flatMap(column -> roles.places(column).stream().map(at -> new Place(at, column, '.'))).toList();
      var order = day.flatMap(at -> order(below.stream().filter(ListGuess::likely).toList(), at));
      return new Draft(roles.names(), header, new Fitted(map(DateOrder.DMY, List.of(), '.'), shape, seen, 0), order);
    }
    var order = order(payments, day.orElseThrow());
    return new Draft(roles.names(), header, best(trials(signs, payments, order.orElse(DateOrder.DMY))).fitted(), order);
  }

  /** A row with a day and an amount in other columns, and no word that it is a sum. */
  private static boolean likely(Line line) {
    if (balance(line)) {
      return false;
    }
    boolean day = line.said().stream().anyMatch(ColumnFacts::isDay);
    return day && line.said().stream().anyMatch(cell -> !ColumnFacts.isDay(cell) && ColumnFacts.isAmount(cell));
  }

  /** A balance before or after the payments is none, though it may have a day and stand among the amounts. */
  static boolean balance(Line line) {
    return line.said().stream().limit(1).anyMatch(cell -> begins(cell) && !ColumnFacts.isDay(cell))
        || line.said().stream().map(cell -> BankWords.withoutCurrency(cell).replaceAll("\\d", " ")).anyMatch(cell -> BankWords.KNOWN.says("opening", cell) || BankWords.KNOWN.says("closing", cell));
  }

  private static boolean begins(String cell) {
    return BankWords.KNOWN.beginsWith("opening", cell) || BankWords.KNOWN.beginsWith("closing", cell);
  }

  private Optional<String> namedCurrency() {
    return Stream.of(Column.AMOUNT, Column.CREDIT, Column.DEBIT, Column.BALANCE)
        .flatMap(column -> roles.places(column).stream()).flatMap(at -> BankWords.currency(roles.names().get(at)).stream()).findFirst();
  }

  private static Optional<String> inName(String name) {
    return BankWords.currency(name.replaceAll("[_.-]", " "));
  }

  private Guess guess() {
    var day = roles.at(Column.BOOKED_ON).or(() -> roles.at(Column.VALUE_ON));
    var signs = Signs.possible(roles);
    if (day.isEmpty() || signs.isEmpty()) {
      return halves(day);
    }
    var payments = payments(day.get(), signs.getFirst());
    if (payments.isEmpty()) {
      return header.isPresent() && nothingPaid() ? empty() : new Guess.Other();
    }
    var order = order(payments, day.get());
    var trials = trials(signs, payments, order.orElse(DateOrder.DMY));
    var best = best(trials);
    if (!Telling.isBanks(roles, best, around)) {
      return new Guess.Other();
    }
    return order.isEmpty() ? new Guess.Unclear(says(best) + "Not clear: '" + payments.getFirst().cell(day.get())
        + "' can have the day or the month first, and no row tells which. Say --dates dmy or --dates mdy.") : told(best, payments, order.get());
  }

  /** Two columns of amounts of which a row fills one: which of them went out is not to be seen. */
  private Guess halves(Optional<Integer> day) {
    var money = roles.unknown().stream().filter(at -> roles.facts(at).holdsMoney()).toList();
    boolean exclusive = day.isPresent() && money.size() == 2
        && roles.facts(money.getFirst()).filled() + roles.facts(money.getLast()).filled() == roles.facts(day.get()).rows() && roles.facts(day.get()).rows() >= 3;
    return exclusive
        ? new Guess.Unclear("This is a list of payments without names of columns: the day in column " + (day.get() + 1) + ", amounts in the columns " + (money.getFirst() + 1) + " and "
            + (money.getLast() + 1) + ". Not clear: which of the two came in and which went out. " + how(List.of()))
        : new Guess.Other();
  }

  /** Names of a bank's list above nothing. */
  private boolean nothingPaid() {
    long known = roles.names().stream().filter(name -> !BankWords.KNOWN.meanings(name).isEmpty()).count();
    boolean accountSaid = Stream.of(Column.BALANCE, Column.ACCOUNT, Column.COUNTERPARTY_ACCOUNT, Column.VALUE_ON).anyMatch(column -> roles.at(column).isPresent());
    return known >= 3 && accountSaid && below.stream().noneMatch(ListGuess::likely);
  }

  private Guess empty() {
    var map = map(DateOrder.DMY, List.of(), '.');
    return new Guess.Clear(new Fitted(map, shape, List.of(), 0), List.of(), Optional.empty(), Optional.empty(), ExportReader.Beside.asOf(Optional.empty()), List.of());
  }

  /** The rows with a day and an amount; what is between them goes on with the text, what is below are sums. */
  private List<Line> payments(int day, Signs signs) {
    return below.stream()
        .filter(line -> ColumnFacts.isDay(line.cell(day)) || roles.at(Column.VALUE_ON).filter(at -> ColumnFacts.isDay(line.cell(at))).isPresent() || BankWords.KNOWN.says("pending", line.cell(day)))
        .filter(line -> signs.columns().stream().anyMatch(at -> !line.cell(at).isBlank()))
        .filter(line -> !balance(line))
        .toList();
  }

  private Optional<DateOrder> order(List<Line> payments, int day) {
    var booked = cells(payments, day).filter(ColumnFacts::isDay).toList();
    var others = roles.at(Column.VALUE_ON).map(at -> cells(payments, at).toList()).orElse(List.of());
    return hints.dates().or(() -> DayOrder.of(booked, others, hints.today(), Custom.of(roles.names(), currency.or(hints::home), around.account())));
  }

  private static Stream<String> cells(List<Line> lines, int at) {
    return lines.stream().map(line -> line.cell(at)).filter(cell -> !cell.isEmpty());
  }

  private List<Trial> trials(List<Signs> signs, List<Line> payments, DateOrder order) {
    var trials = new ArrayList<Trial>();
    for (var one : signs) {
      var balances = new ArrayList<Optional<Integer>>();
      roles.places(Column.BALANCE).forEach(at -> balances.add(Optional.of(at)));
      balances.add(Optional.empty());
      balances.forEach(balance -> trials.add(trial(one, balance, payments, order, false)));
      roles.unknown().stream().filter(at -> roles.facts(at).holdsMoney() && !one.columns().contains(at))
          .map(at -> trial(one, Optional.of(at), payments, order, false)).filter(Trial::proven).forEach(trials::add);
    }
    if (trials.stream().noneMatch(Trial::proven)) {
      roles.places(Column.BALANCE).forEach(at -> signs.stream().filter(one -> one.amount().isPresent() && one.direction().isEmpty())
          .forEach(one -> trials.add(trial(one, Optional.of(at), payments, order, true))));
    }
    return trials;
  }

  private Trial trial(Signs signs, Optional<Integer> balance, List<Line> payments, DateOrder order, boolean outgoingAbove) {
    var money = new ArrayList<>(signs.columns());
    balance.ifPresent(money::add);
    roles.at(Column.CHARGE).ifPresent(money::add);
    var decimals = new LinkedHashMap<Integer, Character>();
    money.forEach(at -> decimal(at, payments).ifPresent(sign -> decimals.put(at, sign)));
    char usual = decimals.values().stream().findFirst().orElse('.');
    var places = new ArrayList<Place>();
    signs.places(usual).forEach(place -> places.add(new Place(place.at(), place.column(), decimals.getOrDefault(place.at(), usual))));
    balance.ifPresent(at -> places.add(new Place(at, Column.BALANCE, decimals.getOrDefault(at, usual))));
    Stream.of(Column.values()).filter(column -> !MONEY.contains(column)).forEach(column -> roles.places(column).forEach(at -> places.add(new Place(at, column, usual))));
    roles.at(Column.CHARGE).filter(_ -> charged(signs)).ifPresent(at -> places.add(new Place(at, Column.CHARGE, decimals.getOrDefault(at, usual))));
    places.sort(Comparator.comparingInt(Place::at));
    var map = map(order, signs.direction().map(at -> debitWords(payments, at)).orElse(List.of()), usual);
    var fitted = new Fitted(outgoingAbove ? map.turned() : map, shape, List.copyOf(places), header.map(at -> at + 1).orElse(0));
    return Trial.of(signs, balance, fitted, payments, currency);
  }

  /** What was kept of a payment counts beside what is left of it, not beside the whole of it. */
  private boolean charged(Signs signs) {
    return signs.amount().filter(at -> BankWords.KNOWN.says("net", roles.names().get(at))).isPresent();
  }

  private Optional<Character> decimal(int at, List<Line> payments) {
    return Decimals.of(cells(payments, at).toList(), currency);
  }

  private static List<String> debitWords(List<Line> payments, int at) {
    var words = new ArrayList<>(cells(payments, at).distinct().filter(cell -> BankWords.KNOWN.says("debit", cell)).map(BankMap::plain).distinct().toList());
    // A mark on what came in alone leaves what went out blank.
    if (words.isEmpty() && payments.stream().anyMatch(line -> line.cell(at).isBlank())) {
      words.add("");
    }
    return words;
  }

  private BankMap map(DateOrder order, List<String> debitWords, char decimal) {
    var columns = new LinkedHashMap<String, Column>();
    return new BankMap("guessed", columns, false, DateReader.in(order), decimal, Optional.of(shape.separator()), Optional.empty(), Optional.empty(), Optional.empty(), false, debitWords, List.of(), true, 0);
  }

  /** What the balances prove comes first, then what can be read, in the order of likelihood. */
  private static Trial best(List<Trial> trials) {
    return trials.stream().filter(Trial::proven).max(Comparator.comparingInt(Trial::steps))
        .or(() -> trials.stream().filter(one -> one.readable() && one.signs().sure() && !one.fitted().map().outgoingAbove()).findFirst())
        .or(() -> trials.stream().filter(one -> one.readable() && !one.fitted().map().outgoingAbove()).findFirst())
        .orElse(trials.getFirst());
  }

  private Guess told(Trial best, List<Line> payments, DateOrder order) {
    if (!best.readable()) {
      return new Guess.Unclear(says(best) + best.problem() + " Bank data is taken whole: nothing of the file was taken. " + how(best.fitted().places()));
    }
    boolean cards = around.mentions("card") || roles.names().stream().anyMatch(name -> BankWords.KNOWN.mentions("card", name));
    if (!best.proven() && cards && best.signs().amount().isPresent() && best.signs().direction().isEmpty()) {
      return new Guess.Unclear(says(best) + "Not clear: whether amounts above zero came in or went out, for lists of cards write it either way. " + how(best.fitted().places()));
    }
    var rest = Rest.of(below, payments, best.fitted());
    if (rest.unread().isPresent()) {
      var line = rest.unread().get();
      return new Guess.Unclear(says(best) + "Line " + line.number() + " is none of its payments and no sum: '" + shown(String.join(" | ", line.said())) + "'. Bank data is taken whole: nothing of the file was taken. " + how(best.fitted().places()));
    }
    char decimal = best.fitted().places().stream().filter(place -> place.column() == Column.AMOUNT || place.column() == Column.CREDIT).findFirst().orElseThrow().decimal();
    var until = around.until(order).filter(day -> day.isBefore(hints.today()));
    var beside = new ExportReader.Beside(until, around.balance("opening", decimal), around.balance("closing", decimal));
    return new Guess.Clear(best.fitted(), rest.payments(), around.account(), currency, beside, told(best, rest, order));
  }

  private List<Finding> told(Trial best, Rest rest, DateOrder order) {
    var told = new ArrayList<Finding>();
    told.add(new Finding("the list", "No map names its columns; they were read so: " + said(best.fitted().places()) + "; days as " + order.word()
        + (best.proven() ? ". The balances beside the payments prove the amounts." : ".")));
    if (rest.left() > 0) {
      told.add(new Finding("the list", rest.left() + " rows above, below or between the payments have no day or no amount of a payment, or say a balance; they were left out."));
    }
    return told;
  }

  private String says(Trial trial) {
    return "This is a bank's list of payments. Understood so far: " + said(trial.fitted().places()) + ". ";
  }

  private String said(List<Place> places) {
    return String.join(", ", places.stream().filter(place -> place.column() != Column.IGNORE).map(place -> place.column().word() + " is " + name(place.at())).toList());
  }

  private String name(int at) {
    var name = roles.names().get(at);
    return name.isEmpty() ? "column " + (at + 1) : "'" + shown(name) + "'";
  }

  private String how(List<Place> places) {
    var known = new LinkedHashMap<Integer, String>();
    places.forEach(place -> known.put(place.at(), place.column().word()));
    var columns = IntStream.range(0, roles.names().size()).mapToObj(at -> (header.isPresent() ? "\"" + roles.names().get(at) + "\"" : String.valueOf(at + 1)) + ": " + known.getOrDefault(at, "ignore")).toList();
    return "Give a map with --map, beginning with 'kind: bankStatements' and 'columns: {" + String.join(", ", columns) + "}', corrected (docs/bank-statements.md), or choose on the intake page what each column is.";
  }

  private static String shown(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }
}
