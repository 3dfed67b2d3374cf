package io.duly.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days from one to another, both counted.
 *
 * @param from the first day
 * @param to the last day, not before the first
 */
public record Period(LocalDate from, LocalDate to) {

  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "A period cannot end on " + to + " before it begins on " + from);
    }
  }

  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
  }

  public boolean overlaps(Period other) {
    return !to.isBefore(other.from) && !other.to.isBefore(from);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
