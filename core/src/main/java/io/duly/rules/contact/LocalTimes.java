package io.duly.rules.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
    return Stream.iterate(today, day -> day.plusDays(1))
        .limit(DAYS)
        .flatMap(day -> changes(zone, day, times))
        .filter(change -> change.isAfter(at))
        .filter(change -> holds.test(LocalDateTime.ofInstant(change, zone)))
        .findFirst();
  }

  private static Stream<Instant> changes(ZoneId zone, LocalDate day, List<LocalTime> times) {
    Instant start = startOf(day, zone);
    Instant end = startOf(day.plusDays(1), zone);
    var clock = zone.getRules();
    return Stream.concat(
            Stream.concat(
                Stream.of(start),
                Stream.ofNullable(clock.nextTransition(start.minusNanos(1)))
                    .map(jump -> jump.getInstant())
                    .filter(jump -> jump.isBefore(end))),
            times.stream()
                .map(day::atTime)
                .flatMap(
                    local ->
                        clock.getValidOffsets(local).stream().map(offset -> local.toInstant(offset))))
        .sorted();
  }
}
