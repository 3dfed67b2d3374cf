package io.duly.matching;

import io.duly.kernel.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One payment before the book: what it names, who may have paid, what is open now. */
final class Asked {
  private final Book book;
  private final Opens opens;
  private final Payment payment;
  private final Hits hits;
  private final List<Payer> payers;
  private final ByLaw law;
  private final Tolerance tolerance;

  Asked(Book book, Opens opens, Payment payment, Hits hits, List<Payer> payers, ByLaw law, Tolerance tolerance) {
    this.book = book;
    this.opens = opens;
    this.payment = payment;
    this.hits = hits;
    this.payers = payers;
    this.law = law;
    this.tolerance = tolerance;
  }

  Book book() {
    return book;
  }

  Payment payment() {
    return payment;
  }

  Hits hits() {
    return hits;
  }

  List<Payer> payers() {
    return payers;
  }

  ByLaw law() {
    return law;
  }

  long amount() {
    return payment.amount().minor();
  }

  long open(int invoice) {
    return payable(invoice) ? opens.of(invoice) : 0;
  }

  /** Whether something of it is open in the payment's currency, and it was there when the money came. */
  boolean payable(int invoice) {
    return opens.of(invoice) > 0
        && book.currency(invoice).equals(payment.amount().currency())
        && book.issued(invoice) <= payment.day().toEpochDay();
  }

  /** What is open of an invoice in another currency than that of the payment. */
  Optional<Money> abroad(int invoice) {
    return opens.of(invoice) > 0 && !book.currency(invoice).equals(payment.amount().currency())
        ? Optional.of(new Money(opens.of(invoice), book.currency(invoice)))
        : Optional.empty();
  }

  /** What a debtor owes, at most so many invoices. */
  List<Integer> openOf(int debtor, int most) {
    return Arrays.stream(book.of(debtor)).filter(this::payable).limit(most).boxed().toList();
  }

  Fit fit(List<Integer> invoices) {
    long open = 0;
    long gross = 0;
    int issued = Integer.MAX_VALUE;
    for (int invoice : invoices) {
      open += opens.of(invoice);
      gross += book.gross(invoice);
      issued = Math.min(issued, book.issued(invoice));
    }
    return Fit.of(payment, new Fit.Owed(open, gross, invoices.size(), issued), tolerance, () -> offers(invoices));
  }

  private Granted.Offers offers(List<Integer> invoices) {
    return book.hasDiscounts() || tolerance.usual().isPresent()
        ? new Granted.Offers(invoices.stream().map(this::discounts).toList(), tolerance.graceDays())
        : Granted.Offers.NONE;
  }

  /** Whoever paid a part before has not paid early. */
  private List<Discount> discounts(int invoice) {
    return opens.of(invoice) == book.gross(invoice) ? book.discounts(invoice, tolerance.usual()) : List.of();
  }

  long sum(List<Integer> invoices) {
    return invoices.stream().mapToLong(this::open).sum();
  }

  int payerStrength(int debtor) {
    return Payers.strength(payers, debtor);
  }
}
