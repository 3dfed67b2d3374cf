package io.duly.wording;

import java.util.List;

/** Words that make up a concept: sets of words in their order, with gaps and parts that may be missing. */
record Pattern(int concept, List<Part> parts) {

  /**
   * One place in a pattern.
   *
   * @param set number of the set of words that fit
   * @param gap how many other words may stand before it
   * @param optional it may be missing
   */
  record Part(int set, int gap, boolean optional) {}

  int firstSet() {
    return parts.getFirst().set();
  }

  /** Behind the last word of a match that begins at {@code from}, or -1. */
  int end(int[][] words, int from, int limit) {
    return end(words, from, limit, 0);
  }

  private int end(int[][] words, int at, int limit, int number) {
    if (number == parts.size()) {
      return at;
    }
    Part part = parts.get(number);
    for (int place = at; place <= at + part.gap && place < limit; place++) {
      if (has(words[place], part.set)) {
        int end = end(words, place + 1, limit, number + 1);
        if (end >= 0) {
          return end;
        }
      }
    }
    return part.optional ? end(words, at, limit, number + 1) : -1;
  }

  private static boolean has(int[] sets, int set) {
    for (int each : sets) {
      if (each == set) {
        return true;
      }
    }
    return false;
  }
}
