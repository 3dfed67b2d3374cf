package io.duly.banking;

import java.time.Instant;
import java.util.List;

/**
 * How a bank's lists with these columns are read for a creditor.
 *
 * @param columns their names in lower case, or their places from 1 where the lists have no names
 */
public record SavedBankMap(String creditor, String name, List<String> columns, Instant savedAt) {
  public SavedBankMap {
    columns = List.copyOf(columns);
  }
}
