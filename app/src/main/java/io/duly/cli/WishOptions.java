package io.duly.cli;

import io.duly.correspondence.Wish;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Place;
import io.duly.rules.contact.Stop;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The wishes of one statement as options. */
final class WishOptions {
  @Option(names = "--stop", description = "No contact at all.")
  private boolean all;

  @Option(names = "--stop-channel", split = ",", paramLabel = "CHANNEL", description = "Not by: ${COMPLETION-CANDIDATES}.")
  private List<Channel> channels = List.of();

  @Option(names = "--letters-only", description = "Nothing but letters.")
  private boolean lettersOnly;

  @Option(names = "--not-at", split = ",", paramLabel = "PLACE", description = "Nothing that arrives there: home, work or mobile.")
  private List<Place> places = List.of();

  @Option(names = "--not-to", paramLabel = "ADDRESS", description = "Not to this number or address.")
  private List<String> addresses = List.of();

  @Option(names = "--inconvenient", paramLabel = "HOURS", description = "As \"mon-fri 15:00-17:00\" or \"sat,sun\", on the debtor's clock.")
  private List<String> hours = List.of();

  @Option(names = "--until", paramLabel = "DATE", description = "The last day on which the hours are inconvenient.")
  private @Nullable LocalDate until;

  @Option(names = "--represented-by", paramLabel = "NAME", description = "Who speaks for the debtor from now on.")
  private @Nullable String representative;

  @Option(names = "--consent", split = ",", paramLabel = "CHANNEL", description = "The debtor asks to be reached by it.")
  private List<Channel> consents = List.of();

  @Option(names = "--also-in", paramLabel = "ZONE", description = "The debtor may also be in this time zone, as America/Denver.")
  private @Nullable ZoneId zone;

  /** @throws CannotDo where hours cannot be read */
  List<Wish> wishes(Instant received) {
    var wishes = new ArrayList<Wish>();
    stops(received).forEach(stop -> wishes.add(new Wish.Stop(stop)));
    hours.forEach(text -> wishes.add(new Wish.Inconvenient(HoursWord.read(text, Optional.ofNullable(until)))));
    consents.forEach(channel -> wishes.add(new Wish.Consent(channel)));
    Optional.ofNullable(representative).ifPresent(name -> wishes.add(new Wish.Represented(name.strip())));
    Optional.ofNullable(zone).ifPresent(also -> wishes.add(new Wish.AlsoIn(also)));
    return wishes;
  }

  private List<Stop> stops(Instant received) {
    var stops = new ArrayList<Stop>();
    if (all) {
      stops.add(Stop.everything(received));
    }
    var refused = EnumSet.noneOf(Channel.class);
    refused.addAll(lettersOnly ? EnumSet.complementOf(EnumSet.of(Channel.LETTER)) : Set.of());
    refused.addAll(channels);
    refused.forEach(channel -> stops.add(Stop.by(received, channel)));
    places.forEach(place -> stops.add(new Stop(received, Set.of(), Optional.of(known(place)), Optional.empty())));
    addresses.forEach(address -> stops.add(new Stop(received, Set.of(), Optional.empty(), Optional.of(address.strip()))));
    return stops;
  }

  private static Place known(Place place) {
    if (place == Place.UNKNOWN) {
      throw new CannotDo("Say home, work or mobile with --not-at.");
    }
    return place;
  }
}
