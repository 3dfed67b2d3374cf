package io.duly.intake;

import java.util.List;
import java.util.Optional;

/**
 * How a list would be read, and what would become of its rows. Nothing was taken in.
 *
 * @param columns in the order of the file
 * @param kind what its rows are; empty where that is not clear yet
 * @param dialect separator, encoding, date order and decimal sign that were found
 * @param rows the first ones
 * @param good rows that would go in, among those looked at
 * @param bad rows that would be set aside
 * @param whole all rows were looked at; else only the first ones
 * @param problems what is wrong with the bad rows, the most frequent first
 * @param told what is to be told of the whole file
 * @param refusal why nothing could be taken in as it is
 */
public record ListPreview(
    List<Column> columns,
    Optional<String> kind,
    String dialect,
    List<Row> rows,
    long good,
    long bad,
    boolean whole,
    List<Problem> problems,
    List<String> told,
    Optional<String> refusal) {

  /**
   * A column.
   *
   * @param samples a few of its values
   * @param field the word of what it is taken for; empty where nothing is taken from it
   */
  public record Column(String name, List<String> samples, String field) {}

  /**
   * A row as it would be read.
   *
   * @param cells by column, dates and amounts as they were understood
   * @param wrong the column that is wrong, from 0
   * @param problem why the row would be set aside
   */
  public record Row(long line, List<String> cells, Optional<Integer> wrong, Optional<String> problem) {}

  /** @param example what the first of them says */
  public record Problem(String field, String code, long count, String example) {}

  /** The columns' names. */
  public List<String> header() {
    return columns.stream().map(Column::name).toList();
  }

  /** The columns alone, with why nothing could be taken in. */
  public ListPreview refusedFor(String why) {
    return refused(columns, why);
  }

  /** Columns of which nothing could be taken in as it is. */
  public static ListPreview refused(List<Column> columns, String why) {
    return new ListPreview(columns, Optional.empty(), "", List.of(), 0, 0, true, List.of(), List.of(), Optional.of(why));
  }
}
