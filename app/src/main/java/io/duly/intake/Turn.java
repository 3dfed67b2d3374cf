package io.duly.intake;

/** The order in which files given together go in: whom they are about first, then what is owed, then what was paid. */
public enum Turn {
  DEBTORS,
  INVOICES,
  CREDIT_NOTES,
  RECEIPTS,
  STATEMENTS
}
