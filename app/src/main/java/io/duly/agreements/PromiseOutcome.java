package io.duly.agreements;

/** What became of a promise. */
public enum PromiseOutcome {
  KEPT,
  PARTLY_KEPT,
  LATE,
  BROKEN,
  SUPERSEDED
}
