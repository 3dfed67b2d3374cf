package io.duly.rules.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Instants on a local clock that may jump forward or back. */
final class LocalTimes {
  /** Whatever recurs does so within a year; some holidays fall into a week that was closed anyway. */
  private static final int DAYS = 500;

  private LocalTimes() {}

  static Instant startOf(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  static LocalDate dayOf(Instant at, ZoneId zone) {
    return LocalDate.ofInstant(at, zone);
  }

  /**
   * The first instant not before {@code at} at which a condition on the local clock holds that
   * changes to true at midnight, at one of the times of day, or where the clock jumps.
   */
  static Optional<Instant> first(
      ZoneId zone, Instant at, List<LocalTime> times, Predicate<LocalDateTime> holds) {
    if (holds.test(LocalDateTime.ofInstant(at, zone))) {
      return Optional.of(at);
    }
    LocalDate today = dayOf(at, zone);
    for (int days = 0; days < DAYS; days++) {
      for (Instant change : changes(zone, today.plusDays(days), times)) {
        if (change.isAfter(at) && holds.test(LocalDateTime.ofInstant(change, zone))) {
          return Optional.of(change);
        }
      }
    }
    return Optional.empty();
  }

  /** Loops, not streams: a worklist asks this for each of its lines. */
  private static List<Instant> changes(ZoneId zone, LocalDate day, List<LocalTime> times) {
    Instant start = startOf(day, zone);
    var clock = zone.getRules();
    var changes = new ArrayList<Instant>(times.size() + 2);
    changes.add(start);
    var jump = clock.nextTransition(start.minusNanos(1));
    if (jump != null && jump.getInstant().isBefore(startOf(day.plusDays(1), zone))) {
      changes.add(jump.getInstant());
    }
    for (LocalTime time : times) {
      var local = day.atTime(time);
      clock.getValidOffsets(local).forEach(offset -> changes.add(local.toInstant(offset)));
    }
    changes.sort(Comparator.naturalOrder());
    return changes;
  }
}
