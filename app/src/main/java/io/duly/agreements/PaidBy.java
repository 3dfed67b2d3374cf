package io.duly.agreements;

import java.util.Locale;

/** By which form of payment instalments come (P28). */
public enum PaidBy {
  TRANSFER,
  DIRECT_DEBIT,
  CARD,
  CHEQUE,
  CASH;

  /** As forms and tables spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
