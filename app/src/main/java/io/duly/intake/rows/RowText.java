package io.duly.intake.rows;

import io.duly.intake.csv.Rows;
import io.duly.intake.reading.AmountReader;
import io.duly.intake.reading.Cells;
import io.duly.intake.reading.Column;
import io.duly.intake.reading.Field;
import io.duly.intake.reading.Layout;
import io.duly.intake.reading.Styles;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The row at which the reader stands, field by field; a value that cannot be read refuses the row. */
public final class RowText implements Cells {
  private final Rows rows;
  private final Layout layout;
  private final Styles styles;

  public RowText(Rows rows, Layout layout, Styles styles) {
    this.rows = rows;
    this.layout = layout;
    this.styles = styles;
  }

  @Override
  public String cell(int index) {
    return Cells.tidy(rows.cell(index));
  }

  /** The physical line on which the row begins. */
  public long line() {
    return rows.line();
  }

  Layout layout() {
    return layout;
  }

  /** @throws RowRefused where the row cannot be taken apart, or has not the cells of the header */
  public void requireWhole() {
    Asides.refuseBroken(rows, layout.width());
  }

  /** Empty where there is no such column, or nothing in it. */
  public Optional<String> text(Field field) {
    return layout.column(field).map(column -> cell(column.index())).filter(text -> !text.isEmpty());
  }

  Optional<String> number(Field field) {
    return text(field).map(text -> styles.number(field, text)).map(text -> undamaged(field, text));
  }

  String required(Field field) {
    return number(field).orElseThrow(() -> new RowRefused(field, "missing", sentence(field) + " is missing."));
  }

  Optional<LocalDate> date(Field field) {
    return text(field).map(text -> styles.dates(field).read(text).orElseThrow(() ->
        new RowRefused(field, "date", sentence(field) + " '" + shown(text) + "' is no date in the format of its column"
            + " (or not between 1970 and 2199). Correct it and import the row again.")));
  }

  Optional<AmountReader.Read> amount(Field field) {
    return text(field).map(text -> styles.amounts(field).read(text).orElseThrow(() ->
        new RowRefused(field, "amount", sentence(field) + " '" + shown(text) + "' is no amount in the format of its column."
            + " Correct it and import the row again.")));
  }

  /** Empty also where it is no date. */
  Optional<LocalDate> lenientDate(Field field) {
    return text(field).flatMap(text -> styles.dates(field).read(text));
  }

  /** Empty also where it is no amount. */
  Optional<AmountReader.Read> lenientAmount(Field field) {
    return text(field).flatMap(text -> styles.amounts(field).read(text));
  }

  /** What the name of the column says of the currency. */
  Optional<String> currencyOf(List<Field> fields) {
    return fields.stream().flatMap(field -> layout.column(field).stream()).flatMap(column -> column.currency().stream()).findFirst();
  }

  char first(Column column) {
    return rows.first(column.index());
  }

  public String raw() {
    return rows.raw();
  }

  static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  static String sentence(Field field) {
    var words = field.inWords();
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private String undamaged(Field field, String text) {
    if (text.length() > 6 && text.indexOf('E') > 0 && text.matches("\\d[.,]\\d+E\\+\\d+")) {
      throw new RowRefused(field, "number-damaged",
          "The column " + layout.column(field).map(Column::header).orElse("") + " says " + text
              + ": a spreadsheet shortened the number. Export it as text.");
    }
    return text;
  }
}
