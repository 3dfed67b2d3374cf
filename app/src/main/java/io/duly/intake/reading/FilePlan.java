package io.duly.intake.reading;

import io.duly.intake.csv.FileRefused;
import io.duly.intake.csv.Look;
import io.duly.intake.csv.Rows;
import io.duly.intake.csv.Shape;
import io.duly.intake.csv.Source;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * How a file is to be read, after all of it was looked at once.
 *
 * @param rows how many rows follow the header
 * @param creditors what its column of creditors says, at most a thousand
 * @param notCountries some values of its country column that are no country, and how many
 * @param prediction a settlement column that was left out because it can only be a prediction
 */
public record FilePlan(
    Source source,
    Shape shape,
    Header header,
    Layout layout,
    Styles styles,
    long rows,
    Set<String> creditors,
    NotCountries notCountries,
    Optional<Column> prediction) {
  static final int HEAD = 1 << 16;
  static final int HEADER_WITHIN = 30;

  /** Values of the country column that are no country. */
  public record NotCountries(Set<String> examples, long count, long of) {}

  /**
   * Looks at a file.
   *
   * @param currency of amounts that do not say theirs, where it is known by now
   * @param progress told how many bytes were read
   * @throws FileRefused where it cannot be taken in as it is
   */
  public static FilePlan of(Path path, ColumnMap map, Optional<String> currency, LongConsumer progress) throws IOException {
    return of(Look.at(path), map, currency, Long.MAX_VALUE, progress);
  }

  /**
   * Looks at a file whose bytes were read.
   *
   * @param most rows to look at; what follows them counts for nothing
   * @throws FileRefused where it cannot be taken in as it is
   */
  public static FilePlan of(Source seen, ColumnMap map, Optional<String> currency, long most, LongConsumer progress) throws IOException {
    var source = encoded(seen, map);
    var head = source.head(HEAD);
    var shape = Shape.of(head, map.separator().or(() -> Header.separatorSaid(head)));
    var header = Header.among(shape.rows(head, HEADER_WITHIN), map);
    var whole = header.layout(map);
    var prediction = prediction(whole, map);
    var layout = prediction.isPresent() ? whole.without(Field.SETTLED_ON) : whole;
    var look = new Survey(layout, map, currency);
    try (var rows = new Rows(source.open(progress), shape.separator(), shape.quote())) {
      skip(rows, header.index() + 1);
      look.over(rows, most);
    }
    if (look.count() == 0) {
      throw new FileRefused("no-rows", "The file has a header and no rows below it.");
    }
    return new FilePlan(source, shape, header, layout, look.styles(), look.count(), look.creditors(), look.notCountries(), prediction);
  }

  /** The rows below the header. */
  public Rows open(LongConsumer progress) throws IOException {
    var rows = new Rows(source.open(progress), shape.separator(), shape.quote());
    skip(rows, header.index() + 1);
    return rows;
  }

  /** In words: {@code comma, UTF-8, dates dmy, decimal .}. */
  public String dialect() {
    return shape.separatorName() + ", " + source.charset().name() + ", " + styles.described();
  }

  private static void skip(Rows rows, int count) throws IOException {
    for (int row = 0; row < count; row++) {
      rows.next();
    }
  }

  static Source encoded(Source source, ColumnMap map) {
    return map.encoding()
        .map(name -> new Source(source.path(), source.sha256(), source.size(), Charset.forName(name), source.mark(), false))
        .orElse(source);
  }

  /** Open items that are filed by age are not settled: a clearing date among them is what somebody expects. */
  private static Optional<Column> prediction(Layout layout, ColumnMap map) {
    return layout.has(Field.AGEING)
        ? layout.column(Field.SETTLED_ON).filter(column -> map.meaning(column.header()).isEmpty())
        : Optional.empty();
  }
}
