package io.duly.rules.contact;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Times that the debtor named as inconvenient. */
record Unwelcome() implements Limit {

  @Override
  public Optional<Instant> earliest(Asked asked, ZoneId zone, Instant at) {
    List<Inconvenient> named = asked.facts().wishes().inconvenient();
    if (asked.mayReply(zone, at)) {
      return Optional.of(at);
    }
    List<LocalTime> ends = named.stream().map(Inconvenient::to).toList();
    return LocalTimes.first(
        zone, at, ends, local -> named.stream().noneMatch(hours -> hours.holdsAt(local)));
  }

  @Override
  public String why(Asked asked, ZoneId zone, Instant at) {
    return "the debtor named this time as inconvenient: in "
        + zone
        + " it is "
        + Said.moment(at, zone);
  }
}
