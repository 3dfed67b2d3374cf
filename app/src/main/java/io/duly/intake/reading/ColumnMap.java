package io.duly.intake.reading;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody wrote down about a file that it does not say itself ({@code --map}); every part may be missing.
 *
 * @param columns spelling of a column's name to its field; empty where the column is to be ignored
 * @param dateFormat a pattern of {@link java.time.format.DateTimeFormatter}
 * @param decimal {@code '.'} or {@code ','}
 */
public record ColumnMap(
    Optional<Kind> kind,
    Map<String, Optional<Field>> columns,
    Optional<DateOrder> dates,
    Optional<String> dateFormat,
    Optional<Character> decimal,
    Optional<Character> separator,
    Optional<String> encoding,
    Optional<String> currency) {

  public static final ColumnMap NONE =
      new ColumnMap(
          Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          Optional.empty(), Optional.empty());

  /** What a column of this name is said to be; empty within where it is to be ignored. */
  public Optional<Optional<Field>> meaning(String header) {
    return Optional.ofNullable(columns.get(Spelling.of(header)));
  }

  /** What was said beside the map counts before it. */
  public ColumnMap with(Optional<DateOrder> saidDates, Optional<String> saidCurrency) {
    return new ColumnMap(
        kind, columns, saidDates.or(() -> dates), saidDates.isPresent() ? Optional.empty() : dateFormat, decimal,
        separator, encoding, saidCurrency.or(() -> currency));
  }
}
