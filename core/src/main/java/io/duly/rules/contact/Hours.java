package io.duly.rules.contact;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hours in which contact is allowed, on the debtor's clock.
 *
 * @param spans none on days that none of them names
 * @param closedOnHolidays none on public holidays either
 * @param lastMoment whether the moment of closing still counts, as "after 21:00" lets 21:00 itself be
 * @param replies answers to what the debtor said today are let through
 */
record Hours(List<Span> spans, boolean closedOnHolidays, boolean lastMoment, boolean replies)
    implements Limit {

  record Span(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    Span {
      days = Set.copyOf(days);
    }

    @Override
    public String toString() {
      var named =
          days.size() == DayOfWeek.values().length
              ? "every day"
              : days.stream()
                  .sorted()
                  .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                  .collect(Collectors.joining(" "));
      return named + " " + from + "–" + (to.equals(LocalTime.MAX) ? "24:00" : to.toString());
    }
  }

  Hours {
    spans = List.copyOf(spans);
  }

  @Override
  public Optional<Instant> earliest(Asked asked, ZoneId zone, Instant at) {
    if (isOpen(asked, zone, at)) {
      return Optional.of(at);
    }
    List<LocalTime> openings = spans.stream().map(Span::from).toList();
    return LocalTimes.first(zone, at, openings, local -> isOpen(asked, local));
  }

  @Override
  public boolean isOpen(Asked asked, ZoneId zone, Instant at) {
    return isOpen(asked, LocalDateTime.ofInstant(at, zone)) || (replies && asked.mayReply(zone, at));
  }

  private boolean isOpen(Asked asked, LocalDateTime local) {
    LocalDate day = local.toLocalDate();
    return spans.stream().anyMatch(span -> isIn(span, local))
        && !(closedOnHolidays && asked.isHoliday(day));
  }

  private boolean isIn(Span span, LocalDateTime local) {
    LocalTime time = local.toLocalTime();
    return span.days.contains(local.getDayOfWeek())
        && !time.isBefore(span.from)
        && (time.isBefore(span.to)
            || ((lastMoment || span.to.equals(LocalTime.MAX)) && time.equals(span.to)));
  }

  @Override
  public String why(Asked asked, ZoneId zone, Instant at) {
    var hours = spans.stream().map(Span::toString);
    var holidays = Stream.of("not on public holidays").filter(_ -> closedOnHolidays);
    return "in "
        + zone
        + " it is "
        + Said.moment(at, zone)
        + ", and contact is allowed "
        + Stream.concat(hours, holidays).collect(Collectors.joining(", "));
  }
}
