package io.duly.bankyear;

/** What is peculiar about a payment; the first that holds, in this order, is reported. */
public enum Trait {
  /** Not a payment of an invoice at all. */
  UNRELATED,
  /** The invoice was paid before. */
  PAID_TWICE,
  /** The reference or number of another invoice. */
  WRONG_REFERENCE,
  /** Somebody else than the debtor paid. */
  OTHER_PAYER,
  /** A slip in the number. */
  MISTYPED,
  /** The text was cut off. */
  CUT_OFF,
  /** Nothing says for what. */
  NO_TEXT,
  /** A part of the invoice. */
  PARTIAL,
  OVERPAID,
  DISCOUNT,
  CHARGES,
  /** Several invoices. */
  COMBINED,
  /** A structured reference. */
  REFERENCE,
  /** The number, sloppily written. */
  SLOPPY,
  /** The number, as it stands on the invoice or nearly so. */
  NUMBER
}
