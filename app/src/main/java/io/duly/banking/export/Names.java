package io.duly.banking.export;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The row with the columns' names: the one among the first in which most names are known, and in which nothing is a day or an amount. */
final class Names {
  private static final int WITHIN = 40;

  private Names() {}

  /** How many rows stand above it; empty where there is none. */
  static Optional<Integer> among(List<Line> lines) {
    return IntStream.range(0, Math.min(WITHIN, lines.size()))
        .boxed()
        .filter(at -> known(lines.get(at)) >= 2 && names(lines.get(at)))
        .max(Comparator.<Integer>comparingInt(at -> known(lines.get(at))).thenComparing(Comparator.reverseOrder()));
  }

  /** The row right above the first payment, where it has words over most of the payment's cells: names that nobody knows. */
  static Optional<Integer> above(List<Line> lines, int firstPayment) {
    int at = firstPayment - 1;
    boolean wide = at >= 0 && at < WITHIN && lines.get(at).said().size() >= 3 && lines.get(at).said().size() * 5 >= lines.get(firstPayment).said().size() * 3;
    return wide && names(lines.get(at)) ? Optional.of(at) : Optional.empty();
  }

  private static boolean names(Line line) {
    return line.cells().stream().noneMatch(cell -> ColumnFacts.isDay(cell) || cell.length() > 80 || cell.matches("[-+]?\\d[\\d.,]*") || Iban.is(cell));
  }

  /** Twice for a name that is known whole, once for a part of one; none where nothing can be a day or an amount. */
  private static int known(Line line) {
    var seen = new HashSet<String>();
    int known = 0;
    boolean day = false;
    boolean money = false;
    for (var cell : line.said()) {
      if (seen.add(cell)) {
        var meanings = BankWords.KNOWN.meanings(cell);
        known += meanings.isEmpty() ? 0 : meanings.getFirst().partly() ? 1 : 2;
        day |= meanings.stream().anyMatch(one -> one.column() == Column.BOOKED_ON || one.column() == Column.VALUE_ON);
        money |= meanings.stream().anyMatch(one -> one.column() == Column.AMOUNT || one.column() == Column.DEBIT || one.column() == Column.CREDIT);
      }
    }
    return day && money ? known : 0;
  }
}
