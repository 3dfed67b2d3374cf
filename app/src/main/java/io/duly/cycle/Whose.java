package io.duly.cycle;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Whose facts are read, and as of which day.
 *
 * @param condition what a column with a debtor's id is held against, as SQL text
 */
record Whose(LocalDate day, String condition) {

  /** The debtors of a chunk. */
  static Whose ofChunk(LocalDate day, int no) {
    var chunk = "select debtors from cycle.chunk where day = date '" + day + "' and no = " + no;
    return new Whose(day, "= any ((" + chunk + ")::uuid[])");
  }

  /** The debtors whose ids lie between these two, both included. */
  static Whose between(LocalDate day, UUID from, UUID to) {
    return new Whose(day, "between '%s' and '%s'".formatted(from, to));
  }

  /** Writes condition and day into a query: {@code {whose}} and {@code {day}}. */
  String in(String query) {
    return query.replace("{whose}", condition).replace("{day}", "date '" + day + "'");
  }
}
