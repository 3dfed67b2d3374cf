package io.duly.plans;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Who pays how much on which day until nothing is left (P28). The amounts make the debt and its interest, to the cent; the days
 * go forward.
 *
 * @param debt what is agreed about
 * @param interest that is paid beside it, with the last instalment
 * @param instalments one at least
 */
public record Plan(Money debt, Money interest, List<Instalment> instalments) {

  /** @throws NoPlan where the amounts do not add up or the days do not go forward */
  public Plan {
    instalments = List.copyOf(instalments);
    if (instalments.isEmpty()) {
      throw new NoPlan(NoPlan.Why.COUNT);
    }
    var sum = instalments.stream().map(Instalment::amount).reduce(Money::plus).orElseThrow();
    if (!sum.equals(debt.plus(interest))) {
      throw new NoPlan(NoPlan.Why.SUM);
    }
    for (int at = 1; at < instalments.size(); at++) {
      if (!instalments.get(at).dueOn().isAfter(instalments.get(at - 1).dueOn())) {
        throw new NoPlan(NoPlan.Why.DAYS);
      }
    }
  }

  /** What all instalments make. */
  public Money total() {
    return debt.plus(interest);
  }

  public LocalDate lastOn() {
    return instalments.getLast().dueOn();
  }

  /**
   * A plan about a debt: what does not divide is in the last instalment, which takes the rest.
   *
   * @param today no instalment is due before
   * @throws NoPlan where the terms cannot be met
   */
  public static Plan of(Money debt, PlanTerms terms, LocalDate today, BankDay days) {
    if (!debt.isPositive()) {
      throw new NoPlan(NoPlan.Why.NOTHING_OPEN);
    }
    var rest = terms.down().map(down -> debt.minus(down.amount())).orElse(debt);
    if (!rest.isPositive()) {
      throw new NoPlan(NoPlan.Why.DOWN_PAYMENT);
    }
    var all = new ArrayList<Instalment>();
    terms.down().ifPresent(down -> all.add(new Instalment(days.of(down.dueOn(), new Pace.Days(1)), down.amount())));
    all.addAll(Spread.evenly(rest, terms.instalments(), nth -> days.of(terms.pace().day(terms.firstOn(), nth), terms.pace())));
    return made(debt, terms.interest(), all, today);
  }

  /**
   * A plan whose days and amounts were typed one by one.
   *
   * @throws NoPlan where they do not make the debt or their days do not go forward from today on
   */
  public static Plan typed(Money debt, List<Instalment> instalments, Interest interest, LocalDate today) {
    return made(debt, interest, instalments, today);
  }

  static Plan made(Money debt, Interest interest, List<Instalment> principal, LocalDate today) {
    if (principal.isEmpty()) {
      throw new NoPlan(NoPlan.Why.COUNT);
    }
    if (principal.getFirst().dueOn().isBefore(today) || principal.getLast().dueOn().isAfter(today.plusYears(PlanTerms.MOST_YEARS))) {
      throw new NoPlan(NoPlan.Why.DAYS);
    }
    var cost = interest.on(debt, today, principal);
    var all = new ArrayList<>(principal);
    var last = all.removeLast();
    all.add(new Instalment(last.dueOn(), last.amount().plus(cost)));
    return new Plan(debt, cost, all);
  }
}
