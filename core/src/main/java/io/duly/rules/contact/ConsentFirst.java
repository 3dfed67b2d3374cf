package io.duly.rules.contact;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Only to those who agreed to the channel. */
record ConsentFirst() implements Limit {

  @Override
  public Optional<Instant> earliest(Asked asked, ZoneId zone, Instant at) {
    boolean given =
        asked.facts().wishes().consents().stream()
            .anyMatch(
                consent -> consent.channel() == asked.channel() && !consent.given().isAfter(at));
    return given || asked.mayReply(zone, at) ? Optional.of(at) : Optional.empty();
  }

  @Override
  public String why(Asked asked, ZoneId zone, Instant at) {
    return "the debtor has not agreed to contact by " + Said.word(asked.channel());
  }
}
