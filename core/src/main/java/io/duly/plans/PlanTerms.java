package io.duly.plans;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is asked of a plan.
 *
 * @param down paid first, beside the instalments
 * @param instalments how many follow, 1 to {@value #MOST}
 * @param firstOn from which the days of the instalments are counted
 */
public record PlanTerms(Optional<Instalment> down, int instalments, LocalDate firstOn, Pace pace, Interest interest) {
  /** So many instalments at most. */
  public static final int MOST = 120;

  /** No plan ends later than so many years from today. */
  public static final int MOST_YEARS = 10;

  /** Equal parts without a first payment and without interest. */
  public static PlanTerms equalParts(int instalments, LocalDate firstOn, Pace pace) {
    return new PlanTerms(Optional.empty(), instalments, firstOn, pace, Interest.FROZEN);
  }

  /** The same after a first payment. */
  public PlanTerms after(LocalDate on, Money amount) {
    return new PlanTerms(Optional.of(new Instalment(on, amount)), instalments, firstOn, pace, interest);
  }

  public PlanTerms bearing(Interest other) {
    return new PlanTerms(down, instalments, firstOn, pace, other);
  }
}
