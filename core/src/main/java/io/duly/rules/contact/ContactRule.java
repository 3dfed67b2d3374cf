package io.duly.rules.contact;

import io.duly.rules.Basis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule of a pack: whom it protects from whom, by which channels, since when, and what it limits.
 *
 * @param notIn places that it leaves to rules of their own
 * @param binding what sort of rule it is, as in {@code law}, {@code guideline} or {@code default}
 */
record ContactRule(
    Basis basis,
    List<String> notIn,
    String binding,
    Party protects,
    Collecting binds,
    Set<Channel> channels,
    Optional<LocalDate> from,
    Limit limit) {

  ContactRule {
    notIn = List.copyOf(notIn);
    channels = Set.copyOf(channels);
  }

  /** Where kind or role is not known, the rule holds; so the strictest does. */
  boolean isFor(Asked asked) {
    ContactFacts facts = asked.facts();
    return channels.contains(asked.channel())
        && (protects == Party.UNKNOWN
            || facts.party() == Party.UNKNOWN
            || protects == facts.party())
        && (binds == Collecting.UNKNOWN
            || facts.collecting() == Collecting.UNKNOWN
            || binds == facts.collecting())
        && coversPlace(facts.jurisdictions());
  }

  private boolean coversPlace(Set<String> jurisdictions) {
    String place = basis.jurisdiction();
    return (!place.contains("-") || isWithin(place, jurisdictions))
        && notIn.stream().noneMatch(other -> isWithin(other, jurisdictions));
  }

  private static boolean isWithin(String place, Set<String> jurisdictions) {
    return jurisdictions.stream().anyMatch(each -> (each + "-").startsWith(place + "-"));
  }

  Optional<Instant> earliest(Asked asked, ZoneId zone, Instant at) {
    return isInForce(zone, at) ? limit.earliest(asked, zone, at) : Optional.of(at);
  }

  boolean isOpen(Asked asked, ZoneId zone, Instant at) {
    return !isInForce(zone, at) || limit.isOpen(asked, zone, at);
  }

  private boolean isInForce(ZoneId zone, Instant at) {
    return from.filter(day -> LocalTimes.dayOf(at, zone).isBefore(day)).isEmpty();
  }
}
