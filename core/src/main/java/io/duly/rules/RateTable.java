package io.duly.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The published values of a reference rate, one row a half-year. After the half-year of the last
 * row nothing is known: a rate is never guessed onward.
 */
public final class RateTable {

  /**
   * One published value.
   *
   * @param validFrom 1 January or 1 July
   * @param percent a year; may be below zero
   * @param source where it was published or read
   */
  public record Row(LocalDate validFrom, BigDecimal percent, String source) {}

  private final String name;
  private final NavigableMap<LocalDate, Row> rows = new TreeMap<>();

  /**
   * A table.
   *
   * @throws IllegalArgumentException where there is no row, two of one day, a gap, or a row does
   *     not begin a half-year
   */
  public RateTable(String name, List<Row> rows) {
    this.name = name;
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("The rate table " + name + " has no rows");
    }
    rows.stream()
        .sorted((one, other) -> one.validFrom().compareTo(other.validFrom()))
        .forEach(this::add);
  }

  private void add(Row row) {
    if (!startOfHalf(row.validFrom()).equals(row.validFrom())) {
      throw new IllegalArgumentException(
          "A row of "
              + name
              + " begins on "
              + row.validFrom()
              + "; a half-year begins on 1 January or 1 July");
    }
    if (!rows.isEmpty() && !rows.lastKey().plusMonths(6).equals(row.validFrom())) {
      throw new IllegalArgumentException(
          "The table "
              + name
              + " goes from "
              + rows.lastKey()
              + " to "
              + row.validFrom()
              + "; one row a half-year belongs there");
    }
    rows.put(row.validFrom(), row);
  }

  static LocalDate startOfHalf(LocalDate day) {
    return LocalDate.of(day.getYear(), day.getMonthValue() > 6 ? Month.JULY : Month.JANUARY, 1);
  }

  public String name() {
    return name;
  }

  /** The row in force on a day; empty before the first and after the last half-year. */
  public Optional<Row> on(LocalDate day) {
    return day.isAfter(knownUntil())
        ? Optional.empty()
        : Optional.ofNullable(rows.floorEntry(day)).map(Map.Entry::getValue);
  }

  /** The last day of the last half-year that has a row. */
  public LocalDate knownUntil() {
    return rows.lastKey().plusMonths(6).minusDays(1);
  }

  public List<Row> rows() {
    return List.copyOf(rows.values());
  }
}
