package io.duly.rules;

import io.duly.kernel.Money;
import io.duly.rules.AllocationRule.Among;
import io.duly.rules.AllocationRule.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Uses a payment: first as the debtor directed, then as the creditor chose where it may, then as
 * the law says.
 */
public final class Allocation {
  private final AllocationRule rule;
  private final LocalDate on;
  private final Direction debtor;
  private final List<Allocated.Share> shares = new ArrayList<>();
  private final Set<String> done = new HashSet<>();
  private Money left;

  private Allocation(AllocationRule rule, LocalDate on, Money payment, Direction debtor) {
    this.rule = rule;
    this.on = on;
    this.left = payment;
    this.debtor = debtor;
  }

  /**
   * What a payment goes to.
   *
   * @param on the day of the payment
   * @param payment above zero, in the currency of all debts
   * @param debtor what the debtor said
   * @param creditor what the creditor chose; followed only where the law lets it choose
   */
  public static Allocated of(
      AllocationRule rule,
      LocalDate on,
      Money payment,
      List<Debt> debts,
      Direction debtor,
      Direction creditor) {
    if (!payment.isPositive()) {
      throw new IllegalArgumentException(
          "A payment of " + payment + " goes to nothing; it is above zero");
    }
    return new Allocation(rule, on, payment, debtor).run(debts, creditor);
  }

  private Allocated run(List<Debt> debts, Direction creditor) {
    Map<String, Debt> byId = new LinkedHashMap<>();
    debts.forEach(debt -> byId.put(debt.id(), debt));
    named(debtor, byId).forEach(debt -> pay(debt, true, "as the debtor directed"));
    if (rule.creditorMayChoose()) {
      named(creditor, byId)
          .filter(debt -> !debt.resting())
          .forEach(debt -> pay(debt, false, "as the creditor chose"));
    }
    byLaw(debts.stream().filter(debt -> !debt.resting() && !done.contains(debt.id())).toList());
    return new Allocated(shares, left);
  }

  private static Stream<Debt> named(Direction direction, Map<String, Debt> debts) {
    return direction.debts().stream().distinct().filter(debts::containsKey).map(debts::get);
  }

  private void byLaw(List<Debt> debts) {
    Comparator<Debt> order = order();
    List<Debt> sorted = debts.stream().sorted(order.thenComparing(Debt::id)).toList();
    for (int from = 0; from < sorted.size(); ) {
      int to = from + 1;
      while (to < sorted.size() && order.compare(sorted.get(from), sorted.get(to)) == 0) {
        to++;
      }
      together(sorted.subList(from, to));
      from = to;
    }
  }

  private Comparator<Debt> order() {
    Comparator<Debt> order = (_, _) -> 0;
    for (Among among : rule.among()) {
      order = order.thenComparing(by(among));
    }
    return order;
  }

  private Comparator<Debt> by(Among among) {
    return switch (among) {
      case DUE -> Comparator.comparing(debt -> debt.dueOn().isAfter(on));
      case LEAST_SECURED -> Comparator.comparing(Debt::secured);
      case MOST_BURDENSOME -> Comparator.comparing(Debt::yearlyPercent).reversed();
      case OLDEST -> Comparator.comparing(Debt::dueOn);
    };
  }

  /** Debts that the law does not tell apart share by what is open of them. */
  private void together(List<Debt> equals) {
    List<Money> open = equals.stream().map(debt -> debt.payable(false)).toList();
    List<Money> parts = Proportion.share(left, open);
    for (int each = 0; each < equals.size(); each++) {
      String why =
          equals.size() == 1
              ? rule.basis().named()
              : rule.basis().named() + ", in proportion among equal debts";
      pay(equals.get(each), parts.get(each), false, why);
    }
  }

  private void pay(Debt debt, boolean named, String why) {
    if (done.add(debt.id())) {
      pay(debt, left.min(debt.payable(named)), named, why);
    }
  }

  private void pay(Debt debt, Money amount, boolean named, String why) {
    Money rest = amount;
    for (Part part : order(named)) {
      Money paid = rest.min(debt.payable(part, named));
      if (paid.isPositive()) {
        shares.add(new Allocated.Share(debt.id(), part, paid, why));
        rest = rest.minus(paid);
      }
    }
    left = left.minus(amount.minus(rest));
  }

  /** The law's order within a debt; the part that the debtor named goes before it. */
  private List<Part> order(boolean named) {
    return named
        ? Stream.concat(debtor.part().stream(), rule.within().stream()).distinct().toList()
        : rule.within();
  }
}
