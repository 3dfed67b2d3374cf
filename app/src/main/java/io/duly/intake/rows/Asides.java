package io.duly.intake.rows;

import io.duly.intake.csv.Rows;

/** Says why a row could not be taken apart. */
final class Asides {
  private Asides() {}

  static void refuseBroken(Rows row, int width) {
    switch (row.problem()) {
      case NONE -> refuseRagged(row, width);
      case NOT_TEXT ->
          throw new RowRefused("", "not-text", "The row holds characters that are no text. Export it again in UTF-8, or name the encoding in a --map file.");
      case QUOTE ->
          throw new RowRefused("", "quote", "A quote is opened and not closed where the cell ends. Close it, or write quotes within a cell twice.");
      case CELL_TOO_LONG ->
          throw new RowRefused("", "cell-too-long", "A cell is longer than " + Rows.MAX_CELL + " characters. Shorten it.");
      case ROW_TOO_LONG ->
          throw new RowRefused("", "row-too-long", "The row is longer than " + Rows.MAX_ROW + " characters. Is a line break missing?");
      case TOO_MANY_CELLS ->
          throw new RowRefused("", "too-many-cells", "The row has more than " + Rows.MAX_CELLS + " cells. Is a line break missing?");
    }
  }

  /** More cells are let pass where they are empty: some programs end each row with separators. */
  private static void refuseRagged(Rows row, int width) {
    boolean more = false;
    for (int cell = width; cell < row.cells(); cell++) {
      more |= !row.cell(cell).isBlank();
    }
    if (more || row.cells() < width) {
      throw new RowRefused("", "ragged",
          "The row has " + row.cells() + " cells, the header has " + width + ". Is the row cut off, or a separator in a cell without quotes around it?");
    }
  }
}
