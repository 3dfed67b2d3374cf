package io.duly.rules.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * So many contacts in so many days.
 *
 * @param most how many at most, the new one among them
 * @param counts which kinds of contact count; the new one always may become one of them
 * @param channels by which they were made
 * @param perDebt only those about the same debt count
 * @param unconnected calls that did not go through count as well
 * @param consent contacts that the debtor asked for neither count nor are stopped
 */
record Cap(
    int most,
    Window window,
    Set<ContactKind> counts,
    Set<Channel> channels,
    boolean perDebt,
    boolean unconnected,
    boolean consent)
    implements Limit {

  Cap {
    counts = Set.copyOf(counts);
    channels = Set.copyOf(channels);
    if (most < 1) {
      throw new IllegalArgumentException("A cap lets one through at least");
    }
  }

  @Override
  public Optional<Instant> earliest(Asked asked, ZoneId zone, Instant at) {
    LocalDate today = LocalTimes.dayOf(at, zone);
    List<LocalDate> days = counted(asked, zone);
    if (isOpen(days, today) || (consent && asked.isConsented(asked.channel(), zone, at))) {
      return Optional.of(at);
    }
    LocalDate day = today.plusDays(1);
    while (!isOpen(days, day)) {
      day = day.plusDays(1);
    }
    return Optional.of(LocalTimes.startOf(day, zone));
  }

  private List<LocalDate> counted(Asked asked, ZoneId zone) {
    return asked.facts().history().stream()
        .filter(contact -> counts(contact, asked, zone))
        .map(contact -> LocalTimes.dayOf(contact.at(), zone))
        .toList();
  }

  private boolean counts(PastContact contact, Asked asked, ZoneId zone) {
    return contact.outgoing()
        && counts.contains(contact.kind())
        && channels.contains(contact.channel())
        && (unconnected || contact.connected())
        && (!perDebt || contact.isAbout(asked.facts().debts()))
        && !(consent && asked.isConsented(contact.channel(), zone, contact.at()));
  }

  /** One more fits into every window that has the day. */
  private boolean isOpen(List<LocalDate> days, LocalDate day) {
    LocalDate last = window.lastStart(day);
    for (LocalDate start = window.firstStart(day); !start.isAfter(last); start = start.plusDays(1)) {
      if (inside(days, start) >= most) {
        return false;
      }
    }
    return true;
  }

  private long inside(List<LocalDate> days, LocalDate start) {
    LocalDate end = window.end(start);
    return days.stream().filter(day -> !day.isBefore(start) && day.isBefore(end)).count();
  }

  @Override
  public String why(Asked asked, ZoneId zone, Instant at) {
    LocalDate day = LocalTimes.dayOf(at, zone);
    var days = counted(asked, zone).stream().sorted().toList();
    var near =
        days.stream()
            .filter(each -> !each.isBefore(window.firstStart(day)))
            .filter(each -> each.isBefore(window.end(window.lastStart(day))))
            .map(LocalDate::toString)
            .toList();
    return most + " in " + window + " at most, and there were contacts on " + String.join(", ", near);
  }
}
