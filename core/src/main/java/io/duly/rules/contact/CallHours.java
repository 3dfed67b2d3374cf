package io.duly.rules.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hours of a day at which a debtor may be called, and which to try: another part of the day than
 * before, where there is one.
 *
 * @param open from and to, on the debtor's clock; empty where there is none on that day
 * @param attempts when nobody answered lately, on the debtor's clock, the last first
 * @param best what to try; empty where nothing is open
 */
public record CallHours(
    ZoneId zone, List<Span> open, List<LocalTime> attempts, Optional<LocalTime> best) {
  private static final int STEP_MINUTES = 30;
  private static final int DAYS_BACK = 14;

  /** When people are found: late in the morning, early in the evening, then the rest of the day. */
  private static final List<LocalTime> GOOD =
      List.of(
          LocalTime.of(10, 0),
          LocalTime.of(17, 30),
          LocalTime.of(12, 30),
          LocalTime.of(15, 0),
          LocalTime.of(8, 30),
          LocalTime.of(19, 0));

  /** A span of hours, its end not included. */
  public record Span(LocalTime from, LocalTime to) {
    @Override
    public String toString() {
      return from + "–" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to.toString());
    }
  }

  public CallHours {
    open = List.copyOf(open);
    attempts = List.copyOf(attempts);
  }

  /**
   * Asks every half hour of a day.
   *
   * @param facts with the history of the last weeks
   * @param zone the debtor's, by which the day is counted
   */
  public static CallHours on(MayContact rules, ContactFacts facts, LocalDate day, ZoneId zone) {
    Reach reach = Reach.by(Channel.CALL).at(Place.MOBILE);
    Instant end = LocalTimes.startOf(day.plusDays(1), zone);
    List<Instant> halfHours =
        Stream.iterate(
                LocalTimes.startOf(day, zone),
                end::isAfter,
                at -> at.plusSeconds(STEP_MINUTES * 60L))
            .toList();
    List<LocalTime> times =
        rules.allowed(facts, reach, Purpose.CHASE, halfHours).stream()
            .map(at -> LocalTime.ofInstant(at, zone))
            .toList();
    List<LocalTime> attempts = attempts(facts, day, zone);
    return new CallHours(zone, spans(times), attempts, best(times, attempts));
  }

  private static List<Span> spans(List<LocalTime> times) {
    List<Span> spans = new ArrayList<>();
    for (LocalTime time : times) {
      Span last = spans.isEmpty() ? new Span(time, time) : spans.removeLast();
      if (!last.to.equals(time)) {
        spans.add(last);
        last = new Span(time, time);
      }
      spans.add(new Span(last.from, time.plusMinutes(STEP_MINUTES)));
    }
    return spans;
  }

  private static List<LocalTime> attempts(ContactFacts facts, LocalDate day, ZoneId zone) {
    return facts.history().stream()
        .filter(contact -> contact.outgoing() && contact.channel() == Channel.CALL)
        .filter(contact -> contact.kind() == ContactKind.ATTEMPT)
        .filter(contact -> LocalTimes.dayOf(contact.at(), zone).isAfter(day.minusDays(DAYS_BACK)))
        .filter(contact -> LocalTimes.dayOf(contact.at(), zone).isBefore(day))
        .sorted(Comparator.comparing(PastContact::at).reversed())
        .map(contact -> LocalTime.ofInstant(contact.at(), zone))
        .toList();
  }

  /** The good time, else any open one, that is farthest from all attempts; of equals the first. */
  private static Optional<LocalTime> best(List<LocalTime> times, List<LocalTime> attempts) {
    List<LocalTime> good = GOOD.stream().filter(times::contains).toList();
    List<LocalTime> from = good.isEmpty() ? times : good;
    return attempts.isEmpty()
        ? from.stream().findFirst()
        : from.stream()
            .reduce((one, other) -> far(other, attempts) > far(one, attempts) ? other : one);
  }

  private static long far(LocalTime time, List<LocalTime> attempts) {
    return attempts.stream()
        .mapToLong(at -> Math.abs(at.toSecondOfDay() - time.toSecondOfDay()))
        .min()
        .orElseThrow();
  }

  /** In a clause for the person who calls. */
  public String said() {
    if (best.isEmpty()) {
      return "no call is allowed on that day";
    }
    var hours = open.stream().map(Span::toString).collect(Collectors.joining(", "));
    var before =
        attempts.isEmpty()
            ? ""
            : "; nobody answered at "
                + attempts.stream().map(LocalTime::toString).collect(Collectors.joining(", "));
    return "call " + hours + " (" + zone + "), best at " + best.get() + before;
  }
}
