package io.duly.cases;

/** How a dispute ended. */
public enum DisputeOutcome {
  /** The debtor was right: the amount is credited. */
  UPHELD,
  /** The debtor was wrong: the amount is owed. */
  REJECTED,
  /** The debtor took it back. */
  WITHDRAWN,
  /** Both gave way. */
  SETTLED
}
