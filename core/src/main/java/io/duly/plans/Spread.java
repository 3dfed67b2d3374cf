package io.duly.plans;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Divides an amount among days. */
final class Spread {
  private Spread() {}

  /**
   * Equal parts; the last one takes the rest.
   *
   * @param day of the nth, from 0
   * @throws NoPlan where there are no parts, more than {@value PlanTerms#MOST}, or more than cents
   */
  static List<Instalment> evenly(Money amount, int parts, IntFunction<LocalDate> day) {
    if (parts < 1 || parts > PlanTerms.MOST || parts > amount.minor()) {
      throw new NoPlan(NoPlan.Why.COUNT);
    }
    long each = amount.minor() / parts;
    return IntStream.range(0, parts)
        .mapToObj(nth -> new Instalment(day.apply(nth), new Money(nth < parts - 1 ? each : amount.minor() - each * (parts - 1), amount.currency())))
        .toList();
  }
}
