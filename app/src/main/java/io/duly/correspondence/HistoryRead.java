package io.duly.correspondence;

import io.duly.rules.contact.Channel;
import io.duly.rules.contact.ContactKind;
import io.duly.rules.contact.PastContact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads the contact ledger of a debtor around an instant, with what came of each. */
final class HistoryRead {
  /** No pack counts over more than a month; a month may have begun long ago, and late entries lie ahead. */
  private static final int DAYS = 63;

  /** Each direction has an index of its own. Only of what people do is it told afterwards what came of it. */
  private static final String CONTACTS =
      """
      select c.debtor_id, c.at, c.day, c.direction, c.channel, coalesce(o.kind, c.kind) kind, coalesce(o.connected, true) connected, c.case_id
        from (select * from correspondence.contact where direction = 'out' and debtor_id = any (?) and day between ?::date - %1$d and ?::date + %1$d
          union all
          select * from correspondence.contact where direction = 'in' and debtor_id = any (?) and day between ?::date - %1$d and ?::date + %1$d) c
        left join lateral (select kind, connected from correspondence.contact_outcome o where o.contact_id = c.id and c.message_id is null
           order by recorded_at desc, id desc limit 1) o on true
       where c.channel <> 'portal'
      """
          .formatted(DAYS);
  private static final String FIRST_LETTERS =
      """
      select debtor_id, min(day) from correspondence.contact
       where debtor_id = any (?) and direction = 'out' and channel in ('letter', 'email') group by debtor_id
      """;

  private HistoryRead() {}

  /** By debtor; whoever has none is missing. */
  static Map<UUID, List<Record>> of(DSLContext tx, UUID[] debtors, Instant at) {
    var day = LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    return tx.fetch(CONTACTS, debtors, day, day, debtors, day, day).stream()
        .collect(Collectors.groupingBy(row -> row.get("debtor_id", UUID.class)));
  }

  static List<PastContact> contacts(List<Record> rows, ZoneId zone) {
    return rows.stream().map(row -> contact(row, zone)).toList();
  }

  /** The day on which the debt was first written of, by debtor. */
  static Map<UUID, LocalDate> firstLetters(DSLContext tx, UUID[] debtors) {
    return tx.fetch(FIRST_LETTERS, (Object) debtors).intoMap(row -> row.get(0, UUID.class), row -> row.get(1, LocalDate.class));
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
