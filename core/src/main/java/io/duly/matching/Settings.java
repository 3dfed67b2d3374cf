package io.duly.matching;

import io.duly.rules.AllocationRule;

/**
 * What depends on the creditor.
 *
 * @param order in which a payment settles a debtor's invoices by law, where the payer does not say
 * @param tolerance what is let go where it is paid short
 */
public record Settings(AllocationRule order, Tolerance tolerance) {

  /** Of a creditor that lets nothing go by itself. */
  public Settings(AllocationRule order) {
    this(order, Tolerance.NONE);
  }
}
