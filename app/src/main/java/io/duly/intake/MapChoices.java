package io.duly.intake;

import io.duly.intake.reading.ColumnMap;
import io.duly.intake.reading.DateOrder;
import io.duly.intake.reading.Field;
import io.duly.intake.reading.Kind;
import io.duly.intake.reading.MapWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody chose about a list of theirs: the parts of a map as {@code docs/import.md} has it. What is empty is found
 * in the file itself.
 *
 * @param columns name of a column to the word of a field, or {@code ignore}
 * @param separator one sign
 * @param more lines that only maps of banks' lists have, such as {@code account} ({@code docs/bank-statements.md})
 */
public record MapChoices(
    Optional<String> kind,
    Map<String, String> columns,
    Optional<String> dates,
    Optional<String> dateFormat,
    Optional<String> decimal,
    Optional<String> separator,
    Optional<String> encoding,
    Optional<String> currency,
    Map<String, String> more) {

  /** Nothing was chosen. */
  public static final MapChoices NONE =
      new MapChoices(
          Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

  /** The words of all fields, as a map says them. */
  public static List<String> fields() {
    return Arrays.stream(Field.values()).map(Field::word).toList();
  }

  /** The words of all kinds of lists. */
  public static List<String> kinds() {
    return Arrays.stream(Kind.values()).map(Kind::word).toList();
  }

  /**
   * The choices beside the columns that a map has.
   *
   * @throws CannotImport where it is not as it should be
   */
  public static MapChoices of(String yaml) {
    ColumnMap map = ImportRequest.read(yaml);
    return new MapChoices(
        map.kind().map(Kind::word), Map.of(), map.dates().map(DateOrder::word), map.dateFormat(), map.decimal().map(String::valueOf),
        map.separator().map(String::valueOf), map.encoding(), map.currency(), Map.of());
  }

  /** The same for lists of this kind. */
  public MapChoices ofKind(Optional<String> other) {
    return new MapChoices(other, columns, dates, dateFormat, decimal, separator, encoding, currency, more);
  }

  /** The map; reading it again gives the same choices. */
  public String yaml() {
    var writer = new MapWriter()
        .line("kind", kind)
        .columns(columns)
        .line("dates", dateFormat.isPresent() ? Optional.empty() : dates)
        .line("dateFormat", dateFormat)
        .line("decimal", decimal)
        .line("separator", separator)
        .line("encoding", encoding)
        .line("currency", currency);
    more.forEach((key, value) -> writer.line(key, Optional.of(value)));
    return writer.text();
  }
}
