package io.duly.strategy;

/** Who owes. Where it is not known, the strictest rules apply. */
public enum DebtorKind {
  COMPANY,
  SOLE_TRADER,
  CONSUMER,
  UNKNOWN
}
