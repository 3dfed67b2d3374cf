package io.duly.plans;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A running plan that is changed. What has been paid stays as it was; what is left is divided anew, so that both together
 * make what was owed before, to the cent. The plan before is kept by whoever asks: nothing is overwritten.
 *
 * @param before the plan that runs
 * @param kept how many of its instalments, from the first, stay as they are
 * @param pace at which the others follow each other
 */
public record Renegotiated(Plan before, int kept, Pace pace) {

  /** @throws NoPlan where no instalment would be left to change */
  public Renegotiated {
    if (kept < 0 || kept >= before.instalments().size()) {
      throw new NoPlan(NoPlan.Why.COUNT);
    }
  }

  /** The rest begins on another day, and goes on at its pace from there. */
  public Plan movedTo(LocalDate first, BankDay days) {
    var open = open();
    return with(IntStream.range(0, open.size()).mapToObj(nth -> new Instalment(days.of(pace.day(first, nth), pace), open.get(nth).amount())).toList(), before.debt());
  }

  /** A pause: the rest is due so many steps of the pace later. */
  public Plan pausedFor(int steps, BankDay days) {
    return movedTo(pace.day(open().getFirst().dueOn(), steps), days);
  }

  /** The rest in more parts, the first on its day. */
  public Plan extendedBy(int more, BankDay days) {
    return spread(left(), open().size() + more, before.debt(), days);
  }

  /**
   * What is owed beside it now, such as another invoice, goes along: a part of it first if so agreed, the rest with the instalments
   * that are left.
   *
   * @param first of the increase, below it
   * @throws NoPlan where the first part is not below the increase, or falls on the day of another instalment
   */
  public Plan increasedBy(Money increase, Optional<Instalment> first, BankDay days) {
    var down = first.map(Instalment::amount).orElse(Money.zero(increase.currency()));
    if (down.compareTo(increase) >= 0) {
      throw new NoPlan(NoPlan.Why.DOWN_PAYMENT);
    }
    var debt = before.debt().plus(increase);
    var all = new ArrayList<>(spread(left().plus(increase).minus(down), open().size(), debt.minus(down), days).instalments());
    first.ifPresent(one -> all.add((int) all.stream().filter(other -> other.dueOn().isBefore(one.dueOn())).count(), one));
    return new Plan(debt, before.interest(), all);
  }

  /** What is owed beside a plan whose last day is over, one step of the pace after it. */
  public static Plan followed(Plan before, Money increase, Pace pace, BankDay days) {
    var all = new ArrayList<>(before.instalments());
    all.add(new Instalment(days.of(pace.day(before.lastOn(), 1), pace), increase));
    return new Plan(before.debt().plus(increase), before.interest(), all);
  }

  private Plan spread(Money amount, int parts, Money debt, BankDay days) {
    var first = open().getFirst().dueOn();
    return with(Spread.evenly(amount, parts, nth -> nth == 0 ? first : days.of(pace.day(first, nth), pace)), debt);
  }

  private Plan with(List<Instalment> rest, Money debt) {
    var all = new ArrayList<>(before.instalments().subList(0, kept));
    all.addAll(rest);
    return new Plan(debt, before.interest(), all);
  }

  private List<Instalment> open() {
    return before.instalments().subList(kept, before.instalments().size());
  }

  private Money left() {
    return open().stream().map(Instalment::amount).reduce(Money::plus).orElseThrow();
  }
}
