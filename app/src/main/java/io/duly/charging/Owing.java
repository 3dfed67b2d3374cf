package io.duly.charging;

import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.ledger.Charge;
import io.duly.ledger.ChargeLine;
import io.duly.rules.Allocated;
import io.duly.rules.Allocation;
import io.duly.rules.AllocationRule;
import io.duly.rules.Debt;
import io.duly.rules.Direction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a debtor owes in one currency as a payment finds it: principal and charges that are posted, invoice by invoice.
 *
 * @param debts by the invoice's id as text, by which a {@link Direction} names them too
 * @param charges that are open, by the same id
 * @param order the law's, of the debt that was due first
 */
public record Owing(
    DebtorId debtor, List<Debt> debts, Map<String, List<ChargeLine>> charges, AllocationRule order) {

  public Owing {
    debts = List.copyOf(debts);
  }

  /**
   * What a payment goes to: as the debtor directed, then as the creditor chose where the law lets it, then by law. Pure.
   *
   * @param payment above zero, in the currency of the debts
   * @param on the day of the payment
   * @param debtor what the debtor said
   * @param creditor what the creditor chose
   */
  public Spread spread(Money payment, LocalDate on, Direction debtor, Direction creditor) {
    var allocated = Allocation.of(order, on, payment, debts, debtor, creditor);
    var parts = new ArrayList<Spread.Part>();
    allocated.parts().forEach(share -> parts.addAll(parts(share)));
    return new Spread(parts, allocated.left());
  }

  /** What all posted charges that are open come to, in minor units. */
  public long openCharges() {
    return charges.values().stream().flatMap(List::stream).mapToLong(line -> line.open().minor()).sum();
  }

  /** The same as if nothing of the principal were open: what is left of money that paid what it names goes to charges alone. */
  public Owing chargesAlone() {
    var alone = debts.stream()
        .map(debt -> new Debt(debt.id(), debt.dueOn(), debt.costs(), debt.interest(), Money.zero(debt.principal().currency()),
            Money.zero(debt.principal().currency()), debt.secured(), debt.yearlyPercent(), debt.resting()))
        .toList();
    return new Owing(debtor, alone, charges, order);
  }

  private List<Spread.Part> parts(Allocated.Share share) {
    var invoice = InvoiceId.of(share.debt());
    return switch (share.part()) {
      case PRINCIPAL -> List.of(new Spread.Part(new Spread.Principal(invoice), share.amount(), share.why()));
      case INTEREST -> charges(share, invoice, true);
      case COSTS -> charges(share, invoice, false);
    };
  }

  /** The oldest charge first. */
  private List<Spread.Part> charges(Allocated.Share share, InvoiceId invoice, boolean interest) {
    var parts = new ArrayList<Spread.Part>();
    var rest = share.amount();
    var lines =
        charges.getOrDefault(share.debt(), List.of()).stream()
            .filter(line -> line.charge().kind().isInterest() == interest)
            .sorted(Comparator.comparing((ChargeLine line) -> line.charge().from()).thenComparing(line -> line.charge().id().value()))
            .toList();
    for (var line : lines) {
      var part = rest.min(line.open());
      if (part.isPositive()) {
        parts.add(new Spread.Part(new Spread.OfCharge(line.charge().id(), invoice), part, share.why()));
        rest = rest.minus(part);
      }
    }
    return parts;
  }
}
