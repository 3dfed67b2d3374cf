package io.duly.strategy;

import io.duly.strategy.CaseSnapshot.InvoiceFacts;
import java.util.List;

/**
 * What is owed in a case on the business date, in minor units; sums stop at {@link Long#MAX_VALUE}.
 * Days are epoch days.
 *
 * @param open of all invoices
 * @param disputed the part of it that is contested: neither chased nor counted
 * @param chaseable what is left, due or not
 * @param overdue what is left of the overdue invoices
 * @param anyOverdue whether an open invoice is overdue, disputed or not
 * @param age days overdue of the oldest invoice that may be chased; 0 or less where none is overdue
 * @param nextOverdue the day on which the next open invoice falls overdue, {@link Long#MAX_VALUE}
 *     where none will
 */
record Balance(
    long open,
    long disputed,
    long chaseable,
    long overdue,
    boolean anyOverdue,
    long age,
    long nextOverdue) {

  static Balance of(List<InvoiceFacts> invoices, long today) {
    long open = 0;
    long disputed = 0;
    long chaseable = 0;
    long overdue = 0;
    boolean anyOverdue = false;
    long oldest = Long.MAX_VALUE;
    long nextOverdue = Long.MAX_VALUE;
    for (InvoiceFacts invoice : invoices) {
      if (invoice.open() <= 0) {
        continue;
      }
      long due = invoice.dueOn().toEpochDay();
      long amount = chaseable(invoice);
      open = plus(open, invoice.open());
      disputed = plus(disputed, invoice.open() - undisputed(invoice));
      chaseable = plus(chaseable, amount);
      if (due < today) {
        anyOverdue = true;
        overdue = plus(overdue, amount);
      } else {
        nextOverdue = Math.min(nextOverdue, due + 1);
      }
      oldest = amount > 0 ? Math.min(oldest, due) : oldest;
    }
    long age = oldest == Long.MAX_VALUE ? 0 : today - oldest;
    return new Balance(open, disputed, chaseable, overdue, anyOverdue, age, nextOverdue);
  }

  /** What may be asked for of one invoice: open less disputed and what a plan is about, never negative. */
  static long chaseable(InvoiceFacts invoice) {
    return Math.max(0, undisputed(invoice) - Math.max(0, invoice.agreed()));
  }

  private static long undisputed(InvoiceFacts invoice) {
    return Math.max(0, invoice.open() - Math.max(0, invoice.disputed()));
  }

  /** What a contact would be about: what is overdue, or before that what is open. */
  long asked() {
    return anyOverdue ? overdue : chaseable;
  }

  static long plus(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
