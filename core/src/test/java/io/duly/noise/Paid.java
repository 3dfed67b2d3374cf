package io.duly.noise;

import io.duly.kernel.InvoiceId;
import io.duly.matching.Payment;
import java.util.Set;

/**
 * Money that came in, and what it is for.
 *
 * @param kind what is peculiar about it
 * @param invoices empty where it pays none
 */
public record Paid(Payment payment, String kind, Set<InvoiceId> invoices) {
  public Paid {
    invoices = Set.copyOf(invoices);
  }
}
