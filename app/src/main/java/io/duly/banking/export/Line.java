package io.duly.banking.export;

import java.util.List;

/**
 * A row of a list.
 *
 * @param number of the physical line, from 1
 */
record Line(long number, List<String> cells) {
  /** Empty where the row has no such cell. */
  String cell(int at) {
    return at >= 0 && at < cells.size() ? cells.get(at) : "";
  }

  boolean blank() {
    return cells.stream().allMatch(String::isEmpty);
  }

  /** The cells that say something. */
  List<String> said() {
    return cells.stream().filter(cell -> !cell.isEmpty()).toList();
  }
}
