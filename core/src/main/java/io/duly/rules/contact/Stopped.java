package io.duly.rules.contact;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The debtor said stop.
 *
 * @param total whether a stop of everything is meant, else one of a channel, place or address
 */
record Stopped(boolean total) implements Limit {

  @Override
  public Optional<Instant> earliest(Asked asked, ZoneId zone, Instant at) {
    boolean exempt = total ? asked.purpose() == Purpose.NOTICE : asked.mayReply(zone, at);
    boolean stopped =
        asked.facts().wishes().stops().stream()
            .filter(stop -> stop.isTotal() == total && !stop.received().isAfter(at))
            .anyMatch(stop -> stop.covers(asked.reach()));
    return exempt || !stopped ? Optional.of(at) : Optional.empty();
  }

  @Override
  public String why(Asked asked, ZoneId zone, Instant at) {
    return total
        ? "the debtor asked that all contact stop"
        : "the debtor does not wish to be reached by " + Said.word(asked.channel()) + " there";
  }
}
