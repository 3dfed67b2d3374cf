package io.duly.rules.contact;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Somebody speaks for the debtor, and is spoken to instead. */
record Represented() implements Limit {

  @Override
  public Optional<Instant> earliest(Asked asked, ZoneId zone, Instant at) {
    boolean represented =
        asked.facts().wishes().representedSince().filter(since -> !since.isAfter(at)).isPresent();
    return represented && asked.purpose() != Purpose.REPRESENTATIVE
        ? Optional.empty()
        : Optional.of(at);
  }

  @Override
  public String why(Asked asked, ZoneId zone, Instant at) {
    return "the debtor is represented; speak to the representative";
  }
}
