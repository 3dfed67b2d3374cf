package io.duly.banking.export;

import io.duly.intake.MapChoices;
import io.duly.intake.reading.DateOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a list seems to be written, as the beginning of a map.
 *
 * @param names of the columns; blank where a column has none
 * @param header how many rows stand above the one with the names; empty where there is none
 * @param seen what the columns were taken for
 * @param order of day, month and year, where it is clear
 */
record Draft(List<String> names, Optional<Integer> header, Fitted seen, Optional<DateOrder> order) {

  /** What a map calls the columns: by their names, or by their places where they have none of their own. */
  List<String> keys() {
    return header.isPresent() ? keys(names) : numbers(names.size());
  }

  static List<String> numbers(int count) {
    return java.util.stream.IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
  }

  static List<String> keys(List<String> names) {
    var known = new HashSet<String>();
    var keys = new ArrayList<String>();
    for (var name : names) {
      boolean own = !name.isBlank() && known.add(BankMap.plain(name)) && BankMap.place(name).isEmpty();
      keys.add(own ? name.strip() : "#" + (keys.size() + 1));
    }
    return keys;
  }

  MapChoices choices() {
    var said = new HashMap<Integer, String>();
    seen.places().forEach(place -> said.put(place.at(), place.column().word()));
    var columns = new LinkedHashMap<String, String>();
    var keys = keys();
    for (int at = 0; at < keys.size(); at++) {
      columns.put(keys.get(at), said.getOrDefault(at, Column.IGNORE.word()));
    }
    return new MapChoices(
        Optional.of(BankLists.KIND), columns, order.map(DateOrder::word), Optional.empty(), Optional.of(String.valueOf(decimal())),
        Optional.of(String.valueOf(seen.shape().separator())), Optional.empty(), Optional.empty(), more());
  }

  private char decimal() {
    return seen.places().stream()
        .filter(place -> place.column() == Column.AMOUNT || place.column() == Column.CREDIT || place.column() == Column.DEBIT)
        .findFirst()
        .map(Place::decimal)
        .orElse(seen.map().decimal());
  }

  private Map<String, String> more() {
    var more = new LinkedHashMap<String, String>();
    if (header.isEmpty()) {
      more.put("header", "none");
    }
    if (seen.map().outgoingAbove()) {
      more.put("outgoing", "positive");
    }
    if (seen.has(Column.DIRECTION) && !seen.map().debitWords().isEmpty()) {
      more.put("debitWords", String.join(",", seen.map().debitWords().stream().map(word -> word.isEmpty() ? BankMap.BLANK : word).toList()));
    }
    more.put("continued", "true");
    return more;
  }
}
