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
 * @param charges that are open and that it is about too, minor units: what is left of the amount goes to them
 */
public record Awaited(DebtorId debtor, Money amount, Set<InvoiceId> of, long charges) {
  public Awaited(DebtorId debtor, Money amount, Set<InvoiceId> of) {
    this(debtor, amount, of, 0);
  }

  public Awaited {
    of = Set.copyOf(of);
  }
}
