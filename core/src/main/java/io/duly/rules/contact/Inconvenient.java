package io.duly.rules.contact;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * Hours that the debtor named as inconvenient, on their own clock.
 *
 * @param days of the week, never empty
 * @param from the first moment that is inconvenient
 * @param to the first that is not any more; midnight is the end of the day
 * @param until the last day on which it holds, where one was named
 */
public record Inconvenient(
    Set<DayOfWeek> days, LocalTime from, LocalTime to, Optional<LocalDate> until) {

  public Inconvenient {
    days = Set.copyOf(days);
    if (days.isEmpty() || !(to.equals(LocalTime.MIDNIGHT) || from.isBefore(to))) {
      throw new IllegalArgumentException("Hours begin before they end, on one day at least");
    }
  }

  public static Inconvenient allDay(Set<DayOfWeek> days) {
    return new Inconvenient(days, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, Optional.empty());
  }

  public Inconvenient lastOn(LocalDate day) {
    return new Inconvenient(days, from, to, Optional.of(day));
  }

  boolean holdsAt(LocalDateTime local) {
    LocalTime time = local.toLocalTime();
    return days.contains(local.getDayOfWeek())
        && until.filter(last -> local.toLocalDate().isAfter(last)).isEmpty()
        && !time.isBefore(from)
        && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
  }
}
