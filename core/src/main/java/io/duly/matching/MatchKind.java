package io.duly.matching;

import java.util.Locale;

/** By what a payment was matched, or in what it departs from the invoice. */
public enum MatchKind {
  /** A payment reference with right check digits. */
  STRUCTURED_REFERENCE,
  /** The number of one invoice in the text. */
  INVOICE_NUMBER,
  /** Numbers from one to another. */
  RANGE,
  /** Several invoices in one payment. */
  COMBINED,
  /** A number with one slip of the pen, or cut off. */
  MISTYPED_NUMBER,
  /** A little less, as an early-payment discount would be. */
  DISCOUNT,
  /** A little less, as banks' charges would be. */
  CHARGES_DEDUCTED,
  /** Less than the invoice. */
  PARTIAL,
  /** More than the invoices it names. */
  OVERPAID,
  /** The amount of one invoice, from an account that paid for the debtor before. */
  ACCOUNT_HISTORY,
  /** The amount of one invoice, from the debtor by name. */
  NAME_AMOUNT,
  /** Invoices less credit notes. */
  NETTED,
  /** Everything that is open, or everything that is due. */
  WHOLE_BALANCE,
  /** The amount of some invoices together, and of no others. */
  SUM_OF_SOME,
  /** Exactly what the debtor was to send by what was agreed: goes where the law says, among what that is about. */
  AWAITED,
  /** The debtor's money for nothing that can be told: goes where the law says. */
  ON_ACCOUNT,
  /** It names only what is paid already. */
  PAID_TWICE,
  /** The amount alone. */
  AMOUNT_ONLY;

  /** As files and commands say it: {@code structured-reference}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
