package io.duly.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds which few of some amounts make a sum; only where there is one way. */
final class Sums {
  static final int MOST = 14;
  private static final int LARGEST = 4;

  private final long[] amounts;
  private final List<List<Integer>> ways = new ArrayList<>();

  private Sums(long[] amounts) {
    this.amounts = amounts;
  }

  /**
   * The places of two to four amounts that make the sum; empty where none do, more than one choice does, or there are too
   * many amounts to say.
   */
  static Optional<List<Integer>> only(long[] amounts, long sum) {
    return amounts.length > MOST ? Optional.empty() : only(amounts, sum, 2);
  }

  /** The same, of at least so many. */
  static Optional<List<Integer>> only(long[] amounts, long sum, int least) {
    var sums = new Sums(amounts);
    sums.search(0, sum, new ArrayList<>(), least);
    return sums.ways.size() == 1 ? Optional.of(sums.ways.getFirst()) : Optional.empty();
  }

  private void search(int from, long left, List<Integer> chosen, int least) {
    if (left == 0 && chosen.size() >= least) {
      ways.add(List.copyOf(chosen));
      return;
    }
    if (chosen.size() == LARGEST) {
      return;
    }
    for (int at = from; at < amounts.length && ways.size() < 2; at++) {
      if (amounts[at] <= left) {
        chosen.add(at);
        search(at + 1, left - amounts[at], chosen, least);
        chosen.removeLast();
      }
    }
  }
}
