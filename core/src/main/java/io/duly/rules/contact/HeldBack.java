package io.duly.rules.contact;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A hold as far as contacts go: none from its first day to its last.
 *
 * @param kind as in {@code hardship}
 * @param until the last day; empty while it is open-ended
 */
public record HeldBack(String kind, LocalDate since, Optional<LocalDate> until) {

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(since) && until.filter(day::isAfter).isEmpty();
  }
}
