package io.duly.intake.reading;

import io.duly.intake.csv.FileRefused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The row with the columns' names: the one among the first in which most names are known, for some programs print a
 * title above.
 *
 * @param index how many rows are above it
 */
public record Header(int index, List<String> names) {

  /** @throws FileRefused where no row has a name that is known */
  public static Header among(List<List<String>> first, ColumnMap map) {
    int best =
        IntStream.range(0, first.size())
            .boxed()
            .max(Comparator.<Integer>comparingInt(row -> known(first.get(row), map)).thenComparing(Comparator.reverseOrder()))
            .orElseThrow(() -> new FileRefused("empty", "The file has no rows."));
    if (known(first.get(best), map) == 0) {
      throw new FileRefused("no-header", "No column has a name that is known. " + firstRow(first.getFirst())
          + " Put the names of the columns into the first row, or say with --map which column is what (docs/import.md; for a bank's list of payments docs/bank-statements.md).");
    }
    return new Header(best, trimmed(first.get(best)));
  }

  /** A row of which nothing could be kept is longer than any that is read. */
  private static String firstRow(List<String> row) {
    return row.stream().allMatch(String::isBlank) ? "The first row is empty, or longer than a row of a list can be: are its lines parted?" : "The first row is: " + shown(row) + ".";
  }

  /**
   * What the rows are, and which column says what.
   *
   * @throws FileRefused where the columns fit no kind of file, with what is missing
   */
  public Layout layout(ColumnMap map) {
    var layouts = Stream.of(Kind.INVOICES, Kind.CREDIT_NOTES, Kind.RECEIPTS, Kind.DEBTORS)
        .filter(kind -> map.kind().isEmpty() || map.kind().get() == kind)
        .map(kind -> Layout.of(kind, names, map))
        .toList();
    return layouts.stream()
        .filter(layout -> layout.kind().fits(layout.columns().keySet()))
        .reduce((one, other) -> other.telling() > one.telling() ? other : one)
        .orElseThrow(() -> refused(layouts));
  }

  private FileRefused refused(List<Layout> layouts) {
    var nearest = layouts.stream().max(Comparator.comparingInt(Header::nearness)).orElseThrow();
    var missing = nearest.kind().missing(nearest.columns().keySet()).stream().map(Header::either).collect(Collectors.joining("; "));
    return new FileRefused("columns-missing", "As a list of " + nearest.kind().word() + " it lacks " + missing + ". Its columns are: "
        + shown(names) + ". Say with --map which of them that is (docs/import.md; for a bank's list of payments docs/bank-statements.md).");
  }

  private static int nearness(Layout layout) {
    return layout.columns().size() - 2 * layout.kind().missing(layout.columns().keySet()).size();
  }

  private static String either(Set<Field> fields) {
    return fields.stream().sorted().map(Field::inWords).collect(Collectors.joining(" or "));
  }

  private static int known(List<String> row, ColumnMap map) {
    var seen = new HashSet<String>();
    return (int) row.stream().filter(name -> map.meaning(name).isPresent() || Dictionary.ofColumns().knows(name)).filter(seen::add).count();
  }

  private static List<String> trimmed(List<String> row) {
    var names = new ArrayList<>(row.stream().map(String::strip).toList());
    while (!names.isEmpty() && names.getLast().isEmpty()) {
      names.removeLast();
    }
    return names;
  }

  private static String shown(List<String> names) {
    var some = names.stream().limit(15).map(name -> name.length() > 40 ? name.substring(0, 40) + "…" : name).toList();
    return String.join(", ", some) + (names.size() > 15 ? " and " + (names.size() - 15) + " more" : "");
  }

  /** A line {@code sep=;} that some programs put above the header. */
  static Optional<Character> separatorSaid(String head) {
    return head.startsWith("sep=") && head.length() > 4 ? Optional.of(head.charAt(4)) : Optional.empty();
  }
}
