package io.duly.rules;

/** What may be added to a debt. Court fees come with the court. */
public enum ChargeKind {
  INTEREST,
  COMPENSATION,
  LATE_FEE,
  COLLECTION_COST
}
