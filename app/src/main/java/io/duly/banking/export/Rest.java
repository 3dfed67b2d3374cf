package io.duly.banking.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is between, above and below the payments of a list: rows that go on with a text, sums, balances, words.
 *
 * @param payments with the rows that go on with their texts
 * @param left how many rows were left out
 * @param unread the first row of which is not clear what it is
 */
record Rest(List<Line> payments, int left, Optional<Line> unread) {

  static Rest of(List<Line> below, List<Line> payments, Fitted fitted) {
    var known = new HashSet<>(payments);
    var kept = new ArrayList<Line>();
    int left = 0;
    for (var line : below) {
      if (known.contains(line)) {
        kept.add(line);
      } else if (goesOn(line, fitted) && !kept.isEmpty()) {
        kept.add(line);
      } else if (line.blank() || isSum(line) || !couldBePaid(line, fitted)) {
        left++;
      } else {
        return new Rest(kept, left, Optional.of(line));
      }
    }
    return new Rest(kept, left, Optional.empty());
  }

  /** Words in the columns of the text and nowhere else. */
  private static boolean goesOn(Line line, Fitted fitted) {
    var texts = fitted.places().stream().filter(place -> place.column() == Column.TEXT).map(Place::at).toList();
    boolean says = texts.stream().anyMatch(at -> !line.cell(at).isBlank());
    boolean only = Stream.iterate(0, at -> at < line.cells().size(), at -> at + 1).allMatch(at -> texts.contains(at) || line.cell(at).isBlank());
    return says && only && !isSum(line);
  }

  static boolean isSum(Line line) {
    return line.said().stream().anyMatch(cell -> BankWords.KNOWN.beginsWith("sums", cell));
  }

  /** An amount in its column, or something like a day beside words there: a payment could be lost in it. */
  private static boolean couldBePaid(Line line, Fitted fitted) {
    boolean said = Stream.of(Column.AMOUNT, Column.DEBIT, Column.CREDIT).flatMap(column -> fitted.said(line, column)).findAny().isPresent();
    return said && (fitted.amounts(line) || fitted.cells(line, Column.BOOKED_ON).stream().anyMatch(cell -> cell.matches(".*\\d[./-]\\d.*")));
  }
}
