package io.duly.bankyear;

import io.duly.kernel.InvoiceId;
import io.duly.matching.Payment;
import java.util.Set;

/**
 * A payment and what it is for.
 *
 * @param invoices that it pays; empty where it pays none
 */
public record Truth(Payment payment, Trait trait, Set<InvoiceId> invoices) {
  public Truth {
    invoices = Set.copyOf(invoices);
  }

  /** Whether it pays an invoice that is open. */
  public boolean paysInvoices() {
    return !invoices.isEmpty();
  }
}
