package io.duly.agreements;

import io.duly.kernel.Money;
import io.duly.ledger.InvoiceLine;
import java.util.List;

/**
 * What is asked for in a case: overdue, and not contested.
 *
 * @param lines the overdue invoices of which something is not contested, the oldest first
 * @param open of them
 * @param disputed the part of it that is contested, left out of what is asked for
 */
public record Asked(List<InvoiceLine> lines, Money open, Money disputed) {
  public Asked {
    lines = List.copyOf(lines);
  }

  public Money amount() {
    return open.minus(disputed);
  }
}
