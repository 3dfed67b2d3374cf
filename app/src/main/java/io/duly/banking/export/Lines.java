package io.duly.banking.export;

import io.duly.intake.csv.FileRefused;
import io.duly.intake.csv.Rows;
import io.duly.intake.csv.Shape;
import io.duly.intake.reading.Cells;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** The rows of a list, all of them: a list is told and proven by all its rows. */
final class Lines {
  private static final int MOST_ROWS = 500_000;
  private static final String NOTHING = " Nothing of the file was taken.";

  private Lines() {}

  /**
   * @param above how many rows are left out
   * @throws FileRefused where a row cannot be taken apart: bank data is taken whole
   */
  static List<Line> of(Reader text, Shape shape, int above) throws IOException {
    return of(text, shape, above, Integer.MAX_VALUE);
  }

  /** At most so many rows. */
  static List<Line> of(Reader text, Shape shape, int above, int most) throws IOException {
    var lines = new ArrayList<Line>();
    try (var rows = new Rows(text, shape.separator(), shape.quote())) {
      for (int at = 0; lines.size() < most && rows.next(); at++) {
        if (at >= above) {
          lines.add(line(rows, lines.size()));
        }
      }
    }
    return lines;
  }

  private static Line line(Rows rows, int before) {
    if (rows.problem() != Rows.Problem.NONE && rows.problem() != Rows.Problem.NOT_TEXT) {
      throw new FileRefused("bank-row", "Line " + rows.line() + " cannot be taken apart (" + rows.problem() + "). Bank data is taken whole." + NOTHING + " Download the list again.");
    }
    if (before >= MOST_ROWS) {
      throw new FileRefused("too-many-rows", "The list has more than " + MOST_ROWS + " rows. Download it by month." + NOTHING);
    }
    var cells = new ArrayList<String>(rows.cells());
    for (int cell = 0; cell < rows.cells(); cell++) {
      cells.add(tidy(rows.cell(cell)));
    }
    return new Line(rows.line(), cells);
  }

  /** Without what keeps a spreadsheet from reading a number; and what a bank writes for "nothing". */
  private static String tidy(String cell) {
    var text = Cells.tidy(cell.replace('\u00A0', ' '));
    boolean marked = text.length() > 1 && text.charAt(0) == '\'';
    boolean around = marked && text.length() > 2 && text.endsWith("'");
    return marked ? text.substring(1, text.length() - (around ? 1 : 0)).strip() : text;
  }
}
