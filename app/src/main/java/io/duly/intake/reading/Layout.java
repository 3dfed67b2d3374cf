package io.duly.intake.reading;

import io.duly.intake.csv.FileRefused;
import io.duly.intake.reading.Dictionary.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which column says what, for rows of one kind.
 *
 * @param unknown names of columns that nobody knows
 * @param second names of columns whose field another column says already
 */
public record Layout(Kind kind, Map<Field, Column> columns, int width, List<String> unknown, List<String> second) {

  /** A column that could say a field. */
  private record Candidate(Column column, int rank) {}

  static Layout of(Kind kind, List<String> header, ColumnMap map) {
    var candidates = candidates(kind, header, map);
    var columns = new EnumMap<Field, Column>(Field.class);
    var used = new HashSet<Integer>();
    for (var candidate : candidates) {
      var column = candidate.column();
      if (!columns.containsKey(column.field()) && used.add(column.index())) {
        refuseTwins(candidate, candidates);
        columns.put(column.field(), column);
      }
    }
    return new Layout(kind, columns, header.size(), unknown(kind, header, map), second(candidates, used));
  }

  public Optional<Column> column(Field field) {
    return Optional.ofNullable(columns.get(field));
  }

  /** How many columns tell of rows of this kind: an invoice that is named tells of what belongs to an invoice, not of invoices. */
  int telling() {
    return columns.size() - (kind == Kind.INVOICES && has(Field.INVOICE_NUMBER) ? 1 : 0);
  }

  public boolean has(Field field) {
    return columns.containsKey(field);
  }

  /** The columns of a type, from left to right. */
  public List<Column> columns(Field.Type type) {
    return columns.values().stream()
        .filter(column -> column.field().type() == type)
        .sorted(Comparator.comparingInt(Column::index))
        .toList();
  }

  /** The same without a field: its column is left out. */
  public Layout without(Field field) {
    var fewer = new EnumMap<>(columns);
    fewer.remove(field);
    return new Layout(kind, fewer, width, unknown, second);
  }

  private static List<Candidate> candidates(Kind kind, List<String> header, ColumnMap map) {
    var all = new ArrayList<Candidate>();
    for (int index = 0; index < header.size(); index++) {
      for (var meaning : meanings(kind, header.get(index), map)) {
        int at = index;
        meaning.field().ifPresent(field ->
            all.add(new Candidate(new Column(at, header.get(at), field, meaning.currency()), meaning.rank())));
      }
    }
    all.sort(Comparator.comparingInt(Candidate::rank));
    return all;
  }

  private static List<Meaning> meanings(Kind kind, String name, ColumnMap map) {
    return map.meaning(name)
        .map(field -> List.of(new Meaning(field, -1, Spelling.withCurrency(Spelling.of(name)).map(Spelling.WithCurrency::currency))))
        .orElseGet(() -> Dictionary.ofColumns().meanings(kind, name));
  }

  private static void refuseTwins(Candidate chosen, List<Candidate> candidates) {
    candidates.stream()
        .filter(other -> other.rank() == chosen.rank()
            && other.column().field() == chosen.column().field()
            && other.column().index() != chosen.column().index())
        .findFirst()
        .ifPresent(twin -> {
          throw new FileRefused("duplicate-column", chosen.column().field().word(),
              "Columns %d and %d are both called '%s', and both would be %s. Rename one of them, or say with --map which one to ignore."
                  .formatted(chosen.column().index() + 1, twin.column().index() + 1, chosen.column().header(), chosen.column().field().inWords()));
        });
  }

  private static List<String> unknown(Kind kind, List<String> header, ColumnMap map) {
    return header.stream().filter(name -> !name.isBlank() && meanings(kind, name, map).isEmpty()).toList();
  }

  private static List<String> second(List<Candidate> candidates, Set<Integer> used) {
    return candidates.stream()
        .map(Candidate::column)
        .filter(column -> !used.contains(column.index()))
        .map(Column::header)
        .distinct()
        .toList();
  }
}
