package io.duly.intake.reading;

import java.util.Map;
import java.util.Objects;

/** How each column of a file is read. */
public final class Styles {
  static final String FLOATS = "floats";

  private final Map<Field, DateReader> dates;
  private final Map<Field, AmountReader> amounts;
  private final Map<Field, Boolean> floats;
  private final String described;

  Styles(Map<Field, DateReader> dates, Map<Field, AmountReader> amounts, Map<Field, Boolean> floats, String described) {
    this.dates = dates;
    this.amounts = amounts;
    this.floats = floats;
    this.described = described;
  }

  public DateReader dates(Field field) {
    return Objects.requireNonNull(dates.get(field));
  }

  public AmountReader amounts(Field field) {
    return Objects.requireNonNull(amounts.get(field));
  }

  /** The number without the {@code .0} that another program added to all of its column. */
  public String number(Field field, String text) {
    return floats.getOrDefault(field, false) && text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** How the values of a field are written, for {@link KeptReading}; empty where there is only one way. */
  String written(Field field) {
    return switch (field.type()) {
      case DATE -> dates(field).written();
      case AMOUNT -> String.valueOf(amounts(field).decimal());
      case NUMBER -> floats.getOrDefault(field, false) ? FLOATS : "";
      case TEXT, FLAG -> "";
    };
  }

  /** In words, for a person: {@code dates dmy, decimal .}. */
  public String described() {
    return described;
  }
}
