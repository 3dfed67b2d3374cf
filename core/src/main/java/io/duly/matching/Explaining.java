package io.duly.matching;

import io.duly.matching.Why.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes an explanation of invoices and the evidence for them: what goes to each, and why. */
final class Explaining {
  private final Asked asked;

  Explaining(Asked asked) {
    this.asked = asked;
  }

  /**
   * An explanation of some invoices of one debtor.
   *
   * @param kind where the amount fits; where it does not, the departure is the kind
   * @param strength of what names them
   */
  Explanation of(MatchKind kind, int debtor, List<Integer> invoices, Fit fit, int strength, boolean slipped, List<Why> whys) {
    var all = new ArrayList<>(whys);
    all.add(fit.why());
    asked.payers().stream().filter(payer -> payer.debtor() == debtor).map(Payer::why).forEach(all::add);
    if (Payers.someoneElse(asked.payers(), debtor)) {
      all.add(Why.of(Code.OTHER_PAYER));
    }
    var amounts = amounts(invoices, fit);
    var sorted = fit.sort() == Fit.Sort.LESS && invoices.size() > 1 ? asked.law().share(asked.payment(), invoices, true) : null;
    long given = (sorted == null ? amounts : sorted.amounts()).stream().mapToLong(Long::longValue).sum();
    boolean odd = odd(invoices, fit);
    if (odd && fit.sort() != Fit.Sort.LATE_DISCOUNT) {
      all.add(Why.of(fit.sort() == Fit.Sort.MORE ? Code.RIVAL : Code.PAID_ALREADY));
    }
    return new Explanation(
        kind(kind, fit), debtor, sorted == null ? invoices : sorted.invoices(), sorted == null ? amounts : sorted.amounts(), asked.amount() - given,
        strength, fit.strength(), asked.payerStrength(debtor), slipped, odd, all, fit.letGo());
  }

  /** Far more than it names; a discount that a person must decide; or the very amount that was paid on it before, which may have come twice. */
  private boolean odd(List<Integer> invoices, Fit fit) {
    long open = asked.sum(invoices);
    long paid = invoices.stream().mapToLong(asked.book()::gross).sum() - open;
    return switch (fit.sort()) {
      case MORE -> (asked.amount() - open) * 3 > open || invoices.size() > 1 && fit.strength() == 0;
      case LESS, CHARGES, TOLERATED_CHARGES -> paid == asked.amount() && !isAgreed(invoices);
      case LATE_DISCOUNT -> true;
      case EXACT, DISCOUNT -> false;
    };
  }

  /** The next of several equal payments that were agreed is not the one before, come twice. */
  private boolean isAgreed(List<Integer> invoices) {
    return asked.book().awaited(asked.book().debtorOf(invoices.getFirst())).stream()
        .anyMatch(one -> one.amount().equals(asked.payment().amount()) && invoices.stream().allMatch(invoice -> one.of().isEmpty() || one.of().contains(asked.book().id(invoice))));
  }

  private static MatchKind kind(MatchKind kind, Fit fit) {
    return switch (fit.sort()) {
      case EXACT -> kind;
      case DISCOUNT, LATE_DISCOUNT -> MatchKind.DISCOUNT;
      case CHARGES, TOLERATED_CHARGES -> MatchKind.CHARGES_DEDUCTED;
      case LESS -> MatchKind.PARTIAL;
      case MORE -> MatchKind.OVERPAID;
    };
  }

  /** What is open of each; what is lacking is lacking of each by its discount, else of the last. */
  private List<Long> amounts(List<Integer> invoices, Fit fit) {
    if (!fit.granted().isEmpty()) {
      return IntStream.range(0, invoices.size()).mapToObj(at -> asked.open(invoices.get(at)) - fit.granted().get(at)).toList();
    }
    long left = asked.amount();
    var amounts = new ArrayList<Long>();
    for (int at = 0; at < invoices.size(); at++) {
      long open = asked.open(invoices.get(at));
      long less = Math.round(asked.book().gross(invoices.get(at)) * fit.permille() / 1000.0);
      boolean last = at == invoices.size() - 1;
      long part = Math.min(last || fit.permille() == 0 ? left : Math.min(left, open - less), open);
      amounts.add(part);
      left -= part;
    }
    return amounts;
  }
}
