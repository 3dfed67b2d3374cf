package io.duly.bankyear;

import io.duly.kernel.DebtorId;
import java.util.List;

/**
 * A debtor and how it pays.
 *
 * @param called as its bank writes it, one for each account
 * @param style how it writes what a payment is for
 * @param slow days after the due day, about
 * @param fixed the same amount every month; 0 where amounts vary
 */
record Business(
    DebtorId id, String number, String name, List<String> called, List<String> accounts, Style style, int slow, boolean takesDiscount, boolean foreign, boolean payRuns, long fixed) {

  /** How it writes what a payment is for. */
  enum Style {
    /** The structured reference where the invoice has one. */
    REFERENCE,
    /** The word for an invoice and the number, as they stand. */
    FULL,
    /** Number, date, customer number, amount. */
    LONG,
    /** The number alone. */
    BARE,
    /** Without noughts, with blanks or strokes elsewhere. */
    SLOPPY
  }
}
