package io.duly.intake.reading;

import io.duly.intake.csv.FileRefused;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Collects what all values of all columns show, and then says how each column is read. */
public final class Detection {
  private static final int DECIMALS_UNKNOWN = 2;

  private final Layout layout;
  private final ColumnMap map;
  private final Optional<String> currency;
  private final Map<Column, DateEvidence> dates = new LinkedHashMap<>();
  private final Map<Column, AmountEvidence> amounts = new LinkedHashMap<>();
  private final Map<Column, NumberEvidence> numbers = new LinkedHashMap<>();

  /** @param currency of amounts that do not say theirs */
  public Detection(Layout layout, ColumnMap map, Optional<String> currency) {
    this.layout = layout;
    this.map = map;
    this.currency = currency;
    layout.columns(Field.Type.DATE).forEach(column -> dates.put(column, new DateEvidence()));
    layout.columns(Field.Type.AMOUNT).forEach(column -> amounts.put(column, new AmountEvidence()));
    layout.columns(Field.Type.NUMBER).forEach(column -> numbers.put(column, new NumberEvidence()));
  }

  /** Takes the cells of a row. */
  public void add(Cells row) {
    dates.forEach((column, evidence) -> evidence.add(row.cell(column.index())));
    numbers.forEach((column, evidence) -> evidence.add(row.cell(column.index())));
    if (!amounts.isEmpty()) {
      int decimals = decimals(layout.column(Field.CURRENCY).map(column -> row.cell(column.index())).or(() -> currency));
      amounts.forEach((column, evidence) -> evidence.add(row.cell(column.index()), decimals));
    }
  }

  /** @throws FileRefused where a column can be read in two ways */
  public Styles styles() {
    var dateReaders = new EnumMap<Field, DateReader>(Field.class);
    dates.forEach((column, evidence) -> dateReaders.put(column.field(), reader(column, evidence)));
    var amountReaders = new EnumMap<Field, AmountReader>(Field.class);
    amounts.forEach((column, evidence) -> amountReaders.put(column.field(), new AmountReader(decimal(column, evidence))));
    var floats = new EnumMap<Field, Boolean>(Field.class);
    numbers.forEach((column, evidence) -> floats.put(column.field(), evidence.floats()));
    return new Styles(dateReaders, amountReaders, floats, described());
  }

  private DateReader reader(Column column, DateEvidence evidence) {
    return map.dateFormat().map(DateReader::of).orElseGet(() -> DateReader.in(order(column, evidence)));
  }

  private DateOrder order(Column column, DateEvidence evidence) {
    if (map.dates().isPresent()) {
      return map.dates().get();
    }
    if (evidence.mixed()) {
      throw new FileRefused("mixed-dates", column.field().word(),
          "Column '%s' holds dates with the day first and dates with the month first. Export it with one of the two."
              .formatted(column.header()));
    }
    return evidence.shown().or(() -> elsewhere(evidence)).or(evidence::byCustom).orElseGet(() -> undecided(column, evidence));
  }

  /** Another date column of the file that is written with the same sign and shows its order. */
  private Optional<DateOrder> elsewhere(DateEvidence evidence) {
    var orders = dates.values().stream().filter(evidence::sameSeparator).flatMap(other -> other.shown().stream()).distinct().toList();
    return orders.size() == 1 ? Optional.of(orders.getFirst()) : Optional.empty();
  }

  private static DateOrder undecided(Column column, DateEvidence evidence) {
    if (!evidence.open()) {
      return DateOrder.DMY;
    }
    throw new FileRefused("ambiguous-dates", column.field().word(),
        "Column '%s': '%s' can be %s, and no value of the file tells which. Say --dates dmy or --dates mdy, or give dateFormat in a --map file."
            .formatted(column.header(), evidence.example(), evidence.readings()));
  }

  private char decimal(Column column, AmountEvidence evidence) {
    if (map.decimal().isPresent()) {
      return map.decimal().get();
    }
    if (evidence.mixed()) {
      throw new FileRefused("mixed-amounts", column.field().word(),
          "Column '%s' holds amounts with a decimal point and amounts with a decimal comma. Export it with one of the two."
              .formatted(column.header()));
    }
    return evidence.shown().or(this::decimalElsewhere).or(evidence::byCurrency).orElseGet(() -> undecided(column, evidence));
  }

  private Optional<Character> decimalElsewhere() {
    var signs = amounts.values().stream().flatMap(other -> other.shown().stream()).distinct().toList();
    return signs.size() == 1 ? Optional.of(signs.getFirst()) : Optional.empty();
  }

  private static char undecided(Column column, AmountEvidence evidence) {
    if (!evidence.open()) {
      return '.';
    }
    throw new FileRefused("ambiguous-amounts", column.field().word(),
        "Column '%s': '%s' can be %s, and no value of the file tells which. Write one of the two into a file and give it with --map."
            .formatted(column.header(), evidence.example(), evidence.readings()));
  }

  private static int decimals(Optional<String> code) {
    return code.filter(Codes::isCurrency)
        .map(known -> Currency.getInstance(known).getDefaultFractionDigits())
        .orElse(DECIMALS_UNKNOWN);
  }

  private String described() {
    var orders = dates.values().stream().flatMap(evidence -> evidence.shown().or(map::dates).stream()).distinct().map(DateOrder::word).toList();
    var signs = amounts.values().stream().flatMap(evidence -> evidence.shown().or(map::decimal).stream()).distinct().map(String::valueOf).toList();
    return "dates " + (orders.isEmpty() ? "as written" : String.join("/", orders))
        + ", decimal " + (signs.isEmpty() ? "none" : Objects.requireNonNull(signs.getFirst()));
  }
}
