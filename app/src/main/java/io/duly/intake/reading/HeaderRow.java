package io.duly.intake.reading;

import io.duly.intake.csv.Shape;
import io.duly.intake.csv.Source;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** The row with the columns' names where it is not clear, or need not be, which one it is. */
public final class HeaderRow {
  private HeaderRow() {}

  /** Whether one of the first rows of a file is this header, read as the map says. */
  public static boolean isIn(Source file, ColumnMap map, List<String> header) throws IOException {
    var wanted = spelled(header);
    return first(file, map).stream().anyMatch(row -> spelled(row).equals(wanted));
  }

  /** The first rows of a file, at most thirty, and how they are parted. */
  static List<List<String>> first(Source file, ColumnMap map) throws IOException {
    var head = FilePlan.encoded(file, map).head(FilePlan.HEAD);
    return Shape.of(head, map.separator().or(() -> Header.separatorSaid(head))).rows(head, FilePlan.HEADER_WITHIN);
  }

  /** What the first rows show though nobody knows their names: the first of the fullest ones is taken for the header. */
  public static Seen seen(Source file, ColumnMap map) throws IOException {
    var rows = first(file, map);
    int fullest = rows.stream().mapToInt(HeaderRow::filled).max().orElse(0);
    var header = rows.stream().filter(row -> filled(row) == fullest).findFirst().orElse(List.of());
    return new Seen(header.stream().map(String::strip).toList(), rows.stream().skip(rows.indexOf(header) + 1L).toList());
  }

  /** A header and what is below it. */
  public record Seen(List<String> header, List<List<String>> below) {}

  private static int filled(List<String> row) {
    return (int) row.stream().filter(cell -> !cell.isBlank()).count();
  }

  private static List<String> spelled(List<String> row) {
    var last = row.stream().filter(name -> !name.isBlank()).max(Comparator.comparingInt(row::lastIndexOf));
    int width = last.map(row::lastIndexOf).orElse(-1) + 1;
    return row.subList(0, width).stream().map(Spelling::of).toList();
  }

  /** What a column of this name would be in a list of this kind; empty where the name is unknown or says nothing needed. */
  public static String guess(String kind, String name) {
    var meant = List.of(Kind.values()).stream().filter(one -> one.word().equals(kind)).findFirst().orElse(Kind.INVOICES);
    return Dictionary.ofColumns().meanings(meant, name).stream()
        .flatMap(meaning -> meaning.field().stream())
        .findFirst()
        .map(Field::word)
        .orElse("");
  }
}
