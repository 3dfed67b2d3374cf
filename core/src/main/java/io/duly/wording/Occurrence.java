package io.duly.wording;

/** A concept found in a text: from its first token to behind its last. */
record Occurrence(int from, int to) {

  /** How many tokens lie between the two; 0 where they touch or overlap. */
  int distance(Occurrence other) {
    return Math.max(0, Math.max(from, other.from) - Math.min(to, other.to));
  }

  boolean overlaps(Occurrence other) {
    return from < other.to && other.from < to;
  }
}
