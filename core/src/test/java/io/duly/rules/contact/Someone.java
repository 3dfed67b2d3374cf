package io.duly.rules.contact;

import static io.duly.rules.contact.ContactKind.ATTEMPT;
import static io.duly.rules.contact.ContactKind.CONVERSATION;
import static io.duly.rules.contact.ContactKind.MESSAGE_LEFT;
import static io.duly.rules.contact.ContactKind.WRITTEN;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A debtor to whom things happen, on the clock of the first zone. */
final class Someone {
  static final UUID DEBT = new UUID(7, 1);
  static final UUID OTHER_DEBT = new UUID(7, 2);
  static final ContactPack NO_HOUSE = new ContactPack("none", List.of(), List.of());

  private final Party party;
  private final Collecting collecting;
  private final Set<String> places;
  private final List<ZoneId> zones;
  private final List<PastContact> history = new ArrayList<>();
  private final List<Stop> stops = new ArrayList<>();
  private final List<Inconvenient> inconvenient = new ArrayList<>();
  private final List<Consent> consents = new ArrayList<>();
  private Optional<Instant> represented = Optional.empty();
  private Set<UUID> debts = Set.of(DEBT);

  private Someone(Party party, Collecting collecting, Set<String> places, List<ZoneId> zones) {
    this.party = party;
    this.collecting = collecting;
    this.places = places;
    this.zones = zones;
  }

  static Someone of(Party party, Collecting collecting, String place, String... zones) {
    Set<String> places = Stream.of(place.split(" ")).filter(each -> !each.isEmpty()).collect(Collectors.toSet());
    return new Someone(party, collecting, places, Stream.of(zones).map(ZoneId::of).toList());
  }

  static Someone american(String... zones) {
    return of(
        Party.NATURAL_PERSON,
        Collecting.FOR_ANOTHER,
        "US",
        zones.length == 0 ? new String[] {"America/New_York"} : zones);
  }

  static Answer byLaw(Someone someone, Channel channel, String local) {
    return byLaw(someone, Reach.by(channel), Purpose.CHASE, local);
  }

  /** What the packs say without the rules of the house. */
  static Answer byLaw(Someone someone, Reach reach, Purpose purpose, String local) {
    var shipped = ContactPacks.shipped();
    var law = new ContactPacks(NO_HOUSE, shipped.places(), shipped.elsewhere());
    return new MayContact(law, Holidays.NONE)
        .at(someone.facts(), reach, purpose, someone.instant(local));
  }

  static Answer withHouse(Someone someone, Channel channel, String local) {
    return MayContact.shipped(Holidays.NONE)
        .at(someone.facts(), channel, Purpose.CHASE, someone.instant(local));
  }

  Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(zones.getFirst()).toInstant();
  }

  ContactFacts facts() {
    return ContactFacts.of(party, collecting, places, Set.copyOf(zones))
        .about(debts)
        .with(List.copyOf(history))
        .with(new ContactFacts.Wishes(stops, inconvenient, consents, represented));
  }

  Someone asked(UUID... about) {
    debts = Set.of(about);
    return this;
  }

  Someone called(String... locals) {
    return calledAbout(DEBT, locals);
  }

  Someone calledAbout(UUID debt, String... locals) {
    for (var local : locals) {
      history.add(PastContact.outgoing(instant(local), Channel.CALL, ATTEMPT, debt));
    }
    return this;
  }

  Someone leftMessage(String local) {
    history.add(PastContact.outgoing(instant(local), Channel.CALL, MESSAGE_LEFT, DEBT));
    return this;
  }

  Someone talked(String local, UUID... about) {
    var debt = about.length == 0 ? new UUID[] {DEBT} : about;
    history.add(PastContact.outgoing(instant(local), Channel.CALL, CONVERSATION, debt));
    return this;
  }

  Someone calledUs(String local) {
    history.add(PastContact.incoming(instant(local), Channel.CALL, CONVERSATION, DEBT));
    return this;
  }

  Someone calledAStranger(String local) {
    var at = instant(local);
    history.add(new PastContact(at, true, Channel.CALL, ATTEMPT, Set.of(DEBT), false));
    return this;
  }

  Someone wasWritten(Channel channel, String... locals) {
    for (var local : locals) {
      history.add(PastContact.outgoing(instant(local), channel, WRITTEN, DEBT));
    }
    return this;
  }

  Someone wrote(Channel channel, String local) {
    history.add(PastContact.incoming(instant(local), channel, WRITTEN, DEBT));
    return this;
  }

  Someone consented(String local) {
    consents.add(new Consent(instant(local), Channel.CALL));
    return this;
  }

  Someone saidStop(Stop stop) {
    stops.add(stop);
    return this;
  }

  Someone named(Inconvenient hours) {
    inconvenient.add(hours);
    return this;
  }

  Someone representedSince(String local) {
    represented = Optional.of(instant(local));
    return this;
  }
}
