package io.duly.correspondence;

import static io.duly.correspondence.ContactFactsRead.text;

import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Consent;
import io.duly.rules.contact.ContactFacts;
import io.duly.rules.contact.Inconvenient;
import io.duly.rules.contact.Place;
import io.duly.rules.contact.Stop;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Collects what a debtor and the people there wish, as far as it is in force at an instant. */
final class WishesRead {
  /** What persons on file refuse, they refuse since ever. */
  private static final String STATED =
      """
      select debtor_id, kind, received_at, channel, place, address, weekdays, from_time, to_time, last_day, zone, id
        from correspondence.stated_wish
       where debtor_id = any (?) and received_at <= ?::timestamptz and (taken_back_at is null or taken_back_at > ?::timestamptz)
      union all
      select debtor_id, 'stop', 'epoch', refused, null, null, null, null, null, null, null, id
        from parties.contact_person cross join unnest(refused_channels) refused where debtor_id = any (?)
      union all
      select debtor_id, 'stop', 'epoch', 'call', 'work', null, null, null, null, null, null, id
        from parties.contact_person where debtor_id = any (?) and not_at_work
       order by received_at, id
      """;

  private final List<Stop> stops = new ArrayList<>();
  private final List<Inconvenient> inconvenient = new ArrayList<>();
  private final List<Consent> consents = new ArrayList<>();
  private final Set<ZoneId> zones = new HashSet<>();
  private Optional<Instant> representedSince = Optional.empty();

  private WishesRead() {}

  /** Of nobody in particular. */
  static WishesRead none() {
    return new WishesRead();
  }

  /** By debtor; whoever said nothing is missing. */
  static Map<UUID, WishesRead> of(DSLContext tx, UUID[] debtors, Instant at) {
    var wishes = new HashMap<UUID, WishesRead>();
    var moment = at.atOffset(ZoneOffset.UTC).toString();
    tx.fetch(STATED, debtors, moment, moment, debtors, debtors).forEach(row -> whose(wishes, row).stated(row));
    return wishes;
  }

  private static WishesRead whose(Map<UUID, WishesRead> wishes, Record row) {
    return wishes.computeIfAbsent(row.get("debtor_id", UUID.class), _ -> new WishesRead());
  }

  ContactFacts.Wishes wishes() {
    return new ContactFacts.Wishes(stops, inconvenient, consents, representedSince);
  }

  /** Other zones in which the debtor may be. */
  Set<ZoneId> zones() {
    return Set.copyOf(zones);
  }

  private void stated(Record row) {
    var received = row.get("received_at", OffsetDateTime.class).toInstant();
    switch (row.get("kind", String.class)) {
      case "stop" -> stops.add(stop(row, received));
      case "represented" -> representedSince = representedSince.or(() -> Optional.of(received));
      case "inconvenient" -> inconvenient.add(hours(row));
      case "consent" -> consents.add(new Consent(received, channel(row.get("channel", String.class))));
      case "zone" -> text(row, "zone").flatMap(DebtorPlace::zone).ifPresent(zones::add);
      default -> throw new IllegalStateException("unknown kind of wish: " + row.get("kind", String.class));
    }
  }

  private static Stop stop(Record row, Instant received) {
    return new Stop(
        received,
        text(row, "channel").map(word -> Set.of(channel(word))).orElse(Set.of()),
        text(row, "place").map(word -> Place.valueOf(word.toUpperCase(Locale.ROOT))),
        text(row, "address"));
  }

  private static Inconvenient hours(Record row) {
    return new Inconvenient(
        Arrays.stream(row.get("weekdays", Short[].class)).map(day -> DayOfWeek.of(day)).collect(Collectors.toSet()),
        row.get("from_time", LocalTime.class),
        row.get("to_time", LocalTime.class),
        Optional.ofNullable(row.get("last_day", LocalDate.class)));
  }

  private static Channel channel(String word) {
    return Channel.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
