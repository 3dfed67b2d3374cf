package io.duly.intake.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the rows of a file are written.
 *
 * @param separator between cells: comma, semicolon, tab or bar
 * @param quote around cells that hold a separator
 */
public record Shape(char separator, char quote) {
  private static final int ROWS_LOOKED_AT = 200;
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  /**
   * Finds the separator under which the first rows have the same number of cells, and many.
   *
   * @param head the beginning of the file, whose last line may be cut off
   * @param given a separator somebody said
   */
  public static Shape of(String head, Optional<Character> given) {
    char quote = quote(head);
    return Stream.concat(given.stream(), given.isPresent() ? Stream.empty() : SEPARATORS.stream())
        .map(separator -> new Shape(separator, quote))
        .max(Comparator.comparingDouble(shape -> shape.fit(head)))
        .orElseThrow();
  }

  /** What a person calls the separator. */
  public String separatorName() {
    return switch (separator) {
      case ',' -> "comma";
      case ';' -> "semicolon";
      case '\t' -> "tab";
      case '|' -> "bar";
      default -> "'" + separator + "'";
    };
  }

  /** The first rows of the text, at most {@code count}, as lists of cells. */
  public List<List<String>> rows(String head, int count) {
    try (var rows = new Rows(new StringReader(head), separator, quote)) {
      var all = new ArrayList<List<String>>();
      while (all.size() < count && rows.next()) {
        all.add(cells(rows));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(Rows rows) {
    var cells = new ArrayList<String>(rows.cells());
    for (int cell = 0; cell < rows.cells(); cell++) {
      cells.add(rows.cell(cell));
    }
    return cells;
  }

  private double fit(String head) {
    var counts = new HashMap<Integer, Integer>();
    var rows = rows(head, ROWS_LOOKED_AT);
    rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey() > 1)
        .mapToDouble(entry -> entry.getKey() * (double) entry.getValue() / rows.size())
        .max()
        .orElse(0);
  }

  /** Single quotes only where they surround cells and double ones never do. */
  private static char quote(String head) {
    return head.indexOf('"') < 0 && head.lines().filter(Shape::quotedSingly).count() > 1 ? '\'' : '"';
  }

  private static boolean quotedSingly(String line) {
    return line.startsWith("'") && SEPARATORS.stream().anyMatch(separator -> line.contains("'" + separator + "'"));
  }
}
