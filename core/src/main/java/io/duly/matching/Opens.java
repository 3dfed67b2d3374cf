package io.duly.matching;

import java.util.BitSet;

/** What is open of each invoice while payments are taken one after the other. */
final class Opens {
  private final Book book;
  private final long[] open;
  private final BitSet changed = new BitSet();

  Opens(Book book) {
    this.book = book;
    this.open = book.opens();
  }

  long of(int invoice) {
    return open[invoice];
  }

  void take(int invoice, long amount) {
    if (amount > open[invoice]) {
      throw new IllegalArgumentException("More than is open of invoice " + book.number(invoice));
    }
    open[invoice] -= amount;
    changed.set(book.debtorOf(invoice));
  }

  /** Whether something of the debtor was paid since the book was opened. */
  boolean changed(int debtor) {
    return changed.get(debtor);
  }
}
