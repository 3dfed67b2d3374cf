package io.duly.desk.contact;

import io.duly.rules.contact.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The coming seven days on the debtor's clock, and when in them a contact may be made, to half an hour. */
public record Week(List<Day> days) {
  private static final int DAYS = 7;
  private static final Duration STEP = Duration.ofMinutes(30);

  /** @param hours in which it may be, in their order; none where it may not at all */
  public record Day(LocalDate date, List<Hours> hours) {}

  /** @param to midnight at the end of the day is 24:00, said as 1440 minutes */
  public record Hours(int from, int to) {
    public String words() {
      return clock(from) + "–" + clock(to);
    }

    private static String clock(int minutes) {
      return minutes == 24 * 60 ? "24:00" : LocalTime.ofSecondOfDay(minutes * 60L).toString();
    }
  }

  static Week of(Instant now, ZoneId zone, Function<Instant, Answer> ask) {
    var end = now.atZone(zone).toLocalDate().plusDays(DAYS).atStartOfDay(zone).toInstant();
    var open = new ArrayList<Instant>();
    var at = now.truncatedTo(ChronoUnit.HOURS);
    while (at.isBefore(end)) {
      var asked = at.isBefore(now) ? now : at;
      var answer = ask.apply(asked);
      if (answer instanceof Answer.Refused no) {
        var next = no.nextAllowed().orElse(end);
        at = next.isAfter(asked) ? halfHour(next) : at.plus(STEP);
      } else {
        open.add(at);
        at = at.plus(STEP);
      }
    }
    return new Week(now.atZone(zone).toLocalDate().datesUntil(now.atZone(zone).toLocalDate().plusDays(DAYS)).map(day -> day(day, zone, open)).toList());
  }

  /** The half hour in which it lies. */
  private static Instant halfHour(Instant at) {
    return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), STEP.toSeconds()) * STEP.toSeconds() + (at.getEpochSecond() % STEP.toSeconds() == 0 ? 0 : STEP.toSeconds()));
  }

  private static Day day(LocalDate date, ZoneId zone, List<Instant> open) {
    var hours = new ArrayList<Hours>();
    for (var at : open) {
      var local = at.atZone(zone);
      if (local.toLocalDate().equals(date)) {
        int from = local.getHour() * 60 + local.getMinute();
        int to = Math.min(24 * 60, from + (int) STEP.toMinutes());
        if (!hours.isEmpty() && hours.getLast().to() == from) {
          hours.add(new Hours(hours.removeLast().from(), to));
        } else {
          hours.add(new Hours(from, to));
        }
      }
    }
    return new Day(date, hours);
  }
}
