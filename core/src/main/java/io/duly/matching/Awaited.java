package io.duly.matching;

import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.util.Set;

/**
 * Money that a debtor is to send by what was agreed: a promise, or the next instalment of a plan (P34).
 *
 * @param amount above zero
 * @param of the invoices that it is about; none: whatever is open
 */
public record Awaited(DebtorId debtor, Money amount, Set<InvoiceId> of) {
  public Awaited {
    of = Set.copyOf(of);
  }
}
