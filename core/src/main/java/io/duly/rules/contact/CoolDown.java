package io.duly.rules.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Rest after a talk, whoever began it.
 *
 * @param days of rest, the day of the talk being the first
 * @param channels by which the talk was held
 * @param perDebt only a talk about the same debt counts
 * @param consent contacts that the debtor asked for are not stopped
 */
record CoolDown(int days, Set<Channel> channels, boolean perDebt, boolean consent)
    implements Limit {

  CoolDown {
    channels = Set.copyOf(channels);
    if (days < 1) {
      throw new IllegalArgumentException("Rest lasts one day at least");
    }
  }

  @Override
  public Optional<Instant> earliest(Asked asked, ZoneId zone, Instant at) {
    if (consent && asked.isConsented(asked.channel(), zone, at)) {
      return Optional.of(at);
    }
    Instant from = at;
    Optional<Instant> end = restEnds(asked, zone, from);
    while (end.filter(from::isBefore).isPresent()) {
      from = end.get();
      end = restEnds(asked, zone, from);
    }
    return Optional.of(from);
  }

  private Optional<Instant> restEnds(Asked asked, ZoneId zone, Instant at) {
    return lastTalk(asked, zone, at).map(day -> LocalTimes.startOf(day.plusDays(days), zone));
  }

  private Optional<LocalDate> lastTalk(Asked asked, ZoneId zone, Instant at) {
    return asked.facts().history().stream()
        .filter(contact -> contact.kind() == ContactKind.CONVERSATION)
        .filter(contact -> channels.contains(contact.channel()) && !contact.at().isAfter(at))
        .filter(contact -> !perDebt || contact.isAbout(asked.facts().debts()))
        .map(contact -> LocalTimes.dayOf(contact.at(), zone))
        .max(Comparator.naturalOrder());
  }

  @Override
  public String why(Asked asked, ZoneId zone, Instant at) {
    var talk = lastTalk(asked, zone, at).map(day -> " on " + day).orElse("");
    return "there was a conversation" + talk + ", and " + days + " days of rest begin with its day";
  }
}
