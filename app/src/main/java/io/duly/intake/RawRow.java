package io.duly.intake;

import io.duly.intake.csv.Rows;
import io.duly.intake.csv.Shape;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One row between its raw text and its cells, whatever is wrong with it. */
final class RawRow {
  private RawRow() {}

  /** The cells of a row: as many as the header has, and one more with what is beyond the last, where there is something. */
  static List<String> cells(String raw, Shape shape, int width) {
    var all = taken(raw, shape);
    while (all.size() < width) {
      all.add("");
    }
    var cells = new ArrayList<>(all.subList(0, width));
    var beyond = String.join("" + shape.separator(), all.subList(width, all.size()));
    if (!beyond.replace("" + shape.separator(), "").isBlank()) {
      cells.add(beyond);
    }
    return cells;
  }

  private static List<String> taken(String raw, Shape shape) {
    try (var rows = new Rows(new StringReader(raw), shape.separator(), shape.quote())) {
      var cells = new ArrayList<String>();
      boolean whole = rows.next() && rows.problem() == Rows.Problem.NONE;
      for (int at = 0; whole && at < rows.cells(); at++) {
        cells.add(rows.cell(at));
      }
      // A quote that is not closed leaves no cells: the separators alone part the row then.
      return whole ? cells : new ArrayList<>(List.of(raw.split(Pattern.quote("" + shape.separator()), -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The row as a file of this shape has it. What is beyond the last column stays as it was typed. */
  static String text(List<String> cells, Shape shape, int width) {
    var text = new ArrayList<String>();
    for (int at = 0; at < cells.size(); at++) {
      if (at < width) {
        text.add(cell(cells.get(at), shape));
      } else if (!cells.get(at).isBlank()) {
        text.add(cells.get(at));
      }
    }
    return String.join("" + shape.separator(), text);
  }

  private static String cell(String text, Shape shape) {
    var quote = "" + shape.quote();
    boolean plain = text.chars().noneMatch(one -> one == shape.separator() || one == shape.quote() || one == '\n' || one == '\r');
    return plain ? text : quote + text.replace(quote, quote + quote) + quote;
  }
}
