package io.duly.plans;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The options that may be offered, the best first; each is worked through before the next is named (P27). A settlement is the last, and
 * only where its reason is on record and full recovery is unlikely (P29).
 *
 * @param steps as far as the authority goes
 */
public record Ladder(List<Valued> steps) {
  private static final int A_WEEK = 7;
  private static final int A_MONTH = 30;
  private static final int AT_FIRST = 3;

  /**
   * What there is to go by.
   *
   * @param owed today, what is contested left out
   * @param annualPercent what money costs the creditor
   * @param mayBeSettled a reason is on record, and full recovery is unlikely
   */
  public record Facts(Money owed, LocalDate today, BankDay days, BigDecimal annualPercent, Reliability reliability, Authority authority, Interest interest, boolean mayBeSettled) {}

  /** The ladder of a debt; nothing where nothing is owed. */
  public static Ladder of(Facts facts) {
    if (!facts.owed().isPositive()) {
      return new Ladder(List.of());
    }
    var offers = new ArrayList<Offer>();
    once(facts, Offer.Kind.ALL_TODAY, facts.owed(), facts.today()).ifPresent(offers::add);
    once(facts, Offer.Kind.BY_DATE, facts.owed(), facts.today().plusDays(A_WEEK)).ifPresent(offers::add);
    partAndRest(facts).ifPresent(offers::add);
    instalments(facts, AT_FIRST).ifPresent(offers::add);
    instalments(facts, facts.authority().mostInstalments()).ifPresent(offers::add);
    if (facts.mayBeSettled() && facts.authority().deepestDiscount() > 0) {
      var forgiven = Authority.percentOf(facts.owed(), facts.authority().deepestDiscount());
      once(facts, Offer.Kind.SETTLEMENT, facts.owed().minus(forgiven), facts.today().plusDays(A_WEEK)).ifPresent(offers::add);
    }
    return new Ladder(offers.stream().distinct()
        .map(offer -> Valued.of(offer, facts.annualPercent(), facts.reliability(), facts.authority(), facts.today()))
        .filter(one -> one.beyond().isEmpty())
        .toList());
  }

  /** The next to name when these kinds were refused; empty where there is nothing left within the authority. */
  public Optional<Valued> next(Set<Offer.Kind> refused) {
    return steps.stream().filter(one -> !refused.contains(one.offer().kind())).findFirst();
  }

  /** The same, where each step is refused by itself: three instalments, and six are still there. */
  public Optional<Valued> suggested(Set<String> refused) {
    return steps.stream().filter(one -> !refused.contains(one.offer().word())).findFirst();
  }

  private static Optional<Offer> once(Facts facts, Offer.Kind kind, Money amount, LocalDate on) {
    if (!amount.isPositive() || kind == Offer.Kind.SETTLEMENT && amount.equals(facts.owed())) {
      return Optional.empty();
    }
    return tried(facts, kind, amount, PlanTerms.equalParts(1, on, new Pace.Days(1)));
  }

  private static Optional<Offer> partAndRest(Facts facts) {
    var half = new Money(facts.owed().minor() / 2, facts.owed().currency());
    if (!half.isPositive()) {
      return Optional.empty();
    }
    var terms = PlanTerms.equalParts(1, facts.today().plusDays(A_MONTH), new Pace.Days(1)).after(facts.today(), half).bearing(facts.interest());
    return tried(facts, Offer.Kind.PART_AND_REST, facts.owed(), terms);
  }

  /** The first of them is the down payment, as large as it has to be. */
  private static Optional<Offer> instalments(Facts facts, int count) {
    if (count < 2 || count > facts.authority().mostInstalments()) {
      return Optional.empty();
    }
    var pace = new Pace.Months(1);
    var least = Authority.percentOf(facts.owed(), facts.authority().leastDown());
    boolean equal = least.minor() <= facts.owed().minor() / count;
    var terms = equal
        ? PlanTerms.equalParts(count, facts.today(), pace)
        : PlanTerms.equalParts(count - 1, facts.today().plusMonths(1), pace).after(facts.today(), least);
    return tried(facts, Offer.Kind.INSTALMENTS, facts.owed(), terms.bearing(facts.interest()));
  }

  private static Optional<Offer> tried(Facts facts, Offer.Kind kind, Money amount, PlanTerms terms) {
    try {
      return Optional.of(new Offer(kind, facts.owed(), Plan.of(amount, terms, facts.today(), facts.days())));
    } catch (NoPlan impossible) {
      return Optional.empty();
    }
  }
}
