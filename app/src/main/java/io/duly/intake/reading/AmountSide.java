package io.duly.intake.reading;

/** Credit or debit, where it is written behind an amount. */
public enum AmountSide {
  UNSAID,
  CREDIT,
  DEBIT
}
