package io.duly.intake;

import io.duly.intake.csv.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A row that was set aside, before and after it was mended.
 *
 * @param before its raw text, as it was
 */
record MendedText(UUID id, long line, String before, List<String> cellsBefore, List<String> cells, Shape shape) {

  String raw() {
    return RawRow.text(cells, shape, cellsBefore.size());
  }

  boolean isEmpty() {
    return cells.stream().allMatch(String::isBlank);
  }

  /** The columns that say something else now. */
  List<Integer> changed() {
    var columns = new ArrayList<Integer>();
    for (int at = 0; at < Math.max(cells.size(), cellsBefore.size()); at++) {
      if (!at(cells, at).equals(at(cellsBefore, at))) {
        columns.add(at);
      }
    }
    return columns;
  }

  static String at(List<String> cells, int index) {
    return index < cells.size() ? cells.get(index).replace("\r\n", "\n") : "";
  }
}
