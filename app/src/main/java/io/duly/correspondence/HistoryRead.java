package io.duly.correspondence;

import io.duly.kernel.DebtorId;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.ContactKind;
import io.duly.rules.contact.PastContact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads the contact ledger of a debtor around an instant, with what came of each. */
final class HistoryRead {
  /** No pack counts over more than a month; a month may have begun long ago, and late entries lie ahead. */
  private static final int DAYS = 62;

  private static final String CONTACTS =
      """
      select c.at, c.day, c.direction, c.channel, coalesce(o.kind, c.kind) kind, coalesce(o.connected, true) connected, c.case_id
        from correspondence.contact c
        left join lateral (select kind, connected from correspondence.contact_outcome o where o.contact_id = c.id
           order by recorded_at desc, id desc limit 1) o on true
       where c.debtor_id = ? and c.direction in ('in', 'out') and c.channel <> 'portal'
         and c.day between ?::date - %1$d and ?::date + %1$d
      """
          .formatted(DAYS);
  private static final String FIRST_LETTER =
      "select min(day) from correspondence.contact where debtor_id = ? and direction = 'out' and channel in ('letter', 'email')";

  private HistoryRead() {}

  static List<PastContact> of(DSLContext tx, DebtorId debtor, ZoneId zone, Instant at) {
    var day = LocalDate.ofInstant(at, zone).toString();
    return tx.fetch(CONTACTS, debtor.value(), day, day).map(row -> contact(row, zone));
  }

  /** The day on which the debt was first written of. */
  static Optional<LocalDate> firstLetter(DSLContext tx, DebtorId debtor) {
    return Optional.ofNullable(tx.fetchSingle(FIRST_LETTER, debtor.value()).get(0, LocalDate.class));
  }

  private static PastContact contact(Record row, ZoneId zone) {
    var channel = Channel.valueOf(row.get("channel", String.class).toUpperCase(Locale.ROOT));
    return new PastContact(
        instant(row, zone),
        row.get("direction", String.class).equals("out"),
        channel,
        kind(Optional.ofNullable(row.get("kind", String.class)), channel),
        Optional.ofNullable(row.get("case_id", UUID.class)).map(Set::of).orElse(Set.of()),
        row.get("connected", boolean.class));
  }

  /** Of a contact that knows its day only, noon. */
  private static Instant instant(Record row, ZoneId zone) {
    return Optional.ofNullable(row.get("at", OffsetDateTime.class))
        .map(OffsetDateTime::toInstant)
        .orElseGet(() -> row.get("day", LocalDate.class).atTime(LocalTime.NOON).atZone(zone).toInstant());
  }

  /** A call of which nothing is known may have been a conversation. */
  static ContactKind kind(Optional<String> kind, Channel channel) {
    return kind.map(word -> ContactKind.valueOf(word.toUpperCase(Locale.ROOT)))
        .orElse(
            switch (channel) {
              case CALL, VISIT -> ContactKind.CONVERSATION;
              case SMS, EMAIL, LETTER -> ContactKind.WRITTEN;
            });
  }
}
