package io.duly.rules;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rate tables that come with Duly: CSV files of {@code valid_from,percent,source}. */
final class RateTables {
  private static final List<String> NAMES = 
      List.of("bank-rate", "basiszinssatz", "ecb-reference", "wettelijke-rente", "taux-legal");

  private RateTables() {}

  /**
   * The shipped table of that name.
   *
   * @throws IllegalArgumentException where there is none
   */
  static RateTable require(String name) {
    return Optional.ofNullable(Once.TABLES.get(name))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no rate table \"" + name + "\"; there are " + NAMES));
  }

  /** Read when the first is asked for. */
  private static final class Once {
    static final Map<String, RateTable> TABLES = shipped();
  }

  static Map<String, RateTable> shipped() {
    var tables = new LinkedHashMap<String, RateTable>();
    NAMES.forEach(name -> tables.put(name, read(name, Shipped.text(name + ".csv"))));
    return tables;
  }

  /** Reads a table; lines that begin with # are remarks. */
  static RateTable read(String name, String csv) {
    List<RateTable.Row> rows =
        csv.lines()
            .filter(
                line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("valid_from"))
            .map(line -> row(name, line))
            .toList();
    return new RateTable(name, rows);
  }

  private static RateTable.Row row(String name, String line) {
    String[] cells = line.split(",", 3);
    try {
      if (cells.length == 3 && !cells[2].isBlank()) {
        return new RateTable.Row(
            LocalDate.parse(cells[0]), new BigDecimal(cells[1]), cells[2].strip());
      }
    } catch (DateTimeException | NumberFormatException unreadable) {
      throw new IllegalArgumentException(
          "In the rate table " + name + " this line cannot be read: " + line, unreadable);
    }
    throw new IllegalArgumentException(
        "In the rate table " + name + " a line lacks its value or its source: " + line);
  }
}
