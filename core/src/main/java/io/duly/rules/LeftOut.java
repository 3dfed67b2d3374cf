package io.duly.rules;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A part that is not charged for a time: a dispute while it is open, a breathing space or an
 * insolvency. A dispute that turned out unfounded is not handed in any more.
 *
 * @param from the first day
 * @param until the last day; empty while it lasts
 * @param amount of the principal; empty where nothing at all is charged
 * @param why in words, as in {@code disputed: two pallets missing}
 */
public record LeftOut(
    LocalDate from, Optional<LocalDate> until, Optional<Money> amount, String why) {

  public LeftOut {
    if (until.isPresent() && until.get().isBefore(from)) {
      throw new IllegalArgumentException(
          "\"" + why + "\" cannot end on " + until.get() + " before it begins on " + from);
    }
    if (amount.isPresent() && !amount.get().isPositive()) {
      throw new IllegalArgumentException(
          "\"" + why + "\" leaves out " + amount.get() + "; an amount above zero belongs there");
    }
  }

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
  }
}
