package io.duly.intake.reading;

import io.duly.intake.csv.Shape;
import io.duly.intake.csv.Source;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a file was read, column by column, as it is kept beside the file: rows that were set aside are read again in the
 * same way, though they alone would not show it.
 *
 * @param kind the word of its {@link Kind}
 * @param currency of amounts that do not say theirs
 * @param fields of each column the word of its {@link Field}, empty where it says nothing
 * @param currencies of each column what its name says of the currency, else empty
 * @param styles of each column how its values are written; empty where there is only one way
 */
public record KeptReading(
    String kind,
    Shape shape,
    String currency,
    List<String> header,
    List<String> fields,
    List<String> currencies,
    List<String> styles) {

  public static KeptReading of(FilePlan plan, String currency) {
    var header = plan.header().names();
    var columns = new ArrayList<Optional<Column>>();
    for (int index = 0; index < header.size(); index++) {
      int at = index;
      columns.add(plan.layout().columns().values().stream().filter(column -> column.index() == at).findFirst());
    }
    return new KeptReading(
        plan.layout().kind().word(), plan.shape(), currency, header,
        columns.stream().map(column -> column.map(one -> one.field().word()).orElse("")).toList(),
        columns.stream().map(column -> column.flatMap(Column::currency).orElse("")).toList(),
        columns.stream().map(column -> column.map(one -> plan.styles().written(one.field())).orElse("")).toList());
  }

  /** The plan for rows that are written as those of the file were. */
  public FilePlan plan(Source source, long rows, Set<String> creditors) {
    var columns = columns();
    var layout = new Layout(kindMeant(), columns, header.size(), List.of(), List.of());
    var none = new FilePlan.NotCountries(Set.of(), 0, 0);
    return new FilePlan(source, shape, new Header(0, header), layout, styles(columns), rows, creditors, none, Optional.empty());
  }

  /** The column that says a field, from 0; empty where none does. */
  public Optional<Integer> column(Field field) {
    return Optional.of(fields.indexOf(field.word())).filter(at -> at >= 0);
  }

  private Kind kindMeant() {
    return List.of(Kind.values()).stream().filter(one -> one.word().equals(kind)).findFirst().orElseThrow();
  }

  private Map<Field, Column> columns() {
    var columns = new EnumMap<Field, Column>(Field.class);
    for (int at = 0; at < fields.size(); at++) {
      int index = at;
      Field.named(fields.get(at)).ifPresent(field ->
          columns.put(field, new Column(index, header.get(index), field, Optional.of(currencies.get(index)).filter(code -> !code.isEmpty()))));
    }
    return columns;
  }

  private Styles styles(Map<Field, Column> columns) {
    var dates = new EnumMap<Field, DateReader>(Field.class);
    var amounts = new EnumMap<Field, AmountReader>(Field.class);
    var floats = new EnumMap<Field, Boolean>(Field.class);
    columns.forEach((field, column) -> {
      var style = styles.get(column.index());
      switch (field.type()) {
        case DATE -> dates.put(field, DateReader.written(style));
        case AMOUNT -> amounts.put(field, new AmountReader(style.isEmpty() ? '.' : style.charAt(0)));
        case NUMBER -> floats.put(field, style.equals(Styles.FLOATS));
        case TEXT, FLAG -> {}
      }
    });
    return new Styles(dates, amounts, floats, "");
  }
}
