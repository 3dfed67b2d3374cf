package io.duly.matching;

import io.duly.kernel.Money;
import io.duly.rules.Allocated;
import io.duly.rules.Allocation;
import io.duly.rules.AllocationRule;
import io.duly.rules.Debt;
import io.duly.rules.Direction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shares a payment that is not enough among invoices, as the payer directed, else in the order of the law. */
final class ByLaw {
  private final Book book;
  private final Opens opens;
  private final AllocationRule rule;

  ByLaw(Book book, Opens opens, AllocationRule rule) {
    this.book = book;
    this.opens = opens;
    this.rule = rule;
  }

  /** What goes to which, and the sentence that says why. */
  record Shares(List<Integer> invoices, List<Long> amounts, String why) {}

  Shares share(Payment payment, List<Integer> invoices, boolean asNamed) {
    var direction = asNamed ? new Direction(invoices.stream().map(String::valueOf).toList(), Optional.empty()) : Direction.NONE;
    var debts = invoices.stream().map(invoice -> debt(invoice, payment)).toList();
    var allocated = Allocation.of(rule, payment.day(), payment.amount(), debts, direction, Direction.NONE);
    var places = new ArrayList<Integer>();
    var amounts = new ArrayList<Long>();
    for (Allocated.Share share : allocated.parts()) {
      places.add(Integer.parseInt(share.debt()));
      amounts.add(share.amount().minor());
    }
    return new Shares(places, amounts, allocated.parts().stream().map(Allocated.Share::why).findFirst().orElse(""));
  }

  private Debt debt(int invoice, Payment payment) {
    var nothing = Money.zero(payment.amount().currency());
    var open = new Money(opens.of(invoice), payment.amount().currency());
    return Debt.open(Integer.toString(invoice), LocalDate.ofEpochDay(book.due(invoice)), nothing, nothing, open);
  }
}
