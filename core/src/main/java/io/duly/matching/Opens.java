package io.duly.matching;

import java.util.BitSet;

/** What is open of each invoice while payments are taken one after the other. */
final class Opens {
  private final Book book;
  private final long[] open;
  private final BitSet changed = new BitSet();
  private final BitSet lately = new BitSet();

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
    lately.set(book.debtorOf(invoice));
  }

  /** From here on counts what is paid lately. */
  void mark() {
    lately.clear();
  }

  /** Whether something of the debtor was paid since the book was opened. */
  boolean changed(int debtor) {
    return changed.get(debtor);
  }

  /** Whether something of the debtor was paid since the last mark. */
  boolean changedLately(int debtor) {
    return lately.get(debtor);
  }
}
