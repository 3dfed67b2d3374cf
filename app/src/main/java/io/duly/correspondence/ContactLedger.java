package io.duly.correspondence;

import static io.duly.database.jooq.correspondence.Tables.CONTACT;

import io.duly.cases.CannotRecord;
import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Place;
import io.duly.rules.contact.Reach;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the contact ledger line by line, and writes what came from the debtor. */
@Component
public final class ContactLedger {
  private static final String LINES =
      """
      select c.id, c.case_id, c.debtor_id, c.direction, c.channel, c.day, c.at, coalesce(o.kind, c.kind) kind,
             coalesce(o.connected, true) connected, c.place, c.address, c.message_id is not null message,
             coalesce(o.note, c.note) note, o.recorded_by
        from correspondence.contact c
        left join lateral (select kind, connected, note, recorded_by from correspondence.contact_outcome o
           where o.contact_id = c.id order by recorded_at desc, id desc limit 1) o on true
       where c.channel <> 'portal' and\s""";

  /**
   * The latest contacts with a debtor, in either direction, the last first.
   *
   * @param most how many at most
   */
  public List<ContactLine> latest(DSLContext tx, DebtorId debtor, int most) {
    return tx.fetch(LINES + "c.debtor_id = ? order by c.day desc, c.at desc nulls last, c.id desc limit ?", debtor.value(), most)
        .map(ContactLedger::line);
  }

  /** The report of a contact of ours, as far as the ledger tells it. */
  ContactReport ours(DSLContext tx, UUID contact) {
    var row =
        tx.fetchOptional(LINES + "c.id = ? and c.direction = 'out' and c.message_id is null", contact)
            .orElseThrow(() -> new CannotRecord("There is no contact " + contact + " that a person made; ./duly contact list shows them."));
    var line = line(row);
    var reach = new Reach(line.channel(), line.place(), line.address());
    return new ContactReport(
        new DebtorId(row.get("debtor_id", UUID.class)), line.recovery(), reach, CameOfIt.TALK,
        line.at().orElseThrow(() -> new CannotRecord("Of contact " + contact + " only the day is known.")), line.note());
  }

  void incoming(DSLContext tx, UUID id, KnownDebtor known, ContactReport report) {
    tx.insertInto(CONTACT)
        .set(CONTACT.ID, id)
        .set(CONTACT.CREDITOR_ID, known.creditor().value())
        .set(CONTACT.DEBTOR_ID, report.debtor().value())
        .set(CONTACT.CASE_ID, report.recovery().map(CaseId::value).orElse(null))
        .set(CONTACT.DIRECTION, "in")
        .set(CONTACT.CHANNEL, word(report.reach().channel()))
        .set(CONTACT.DAY, LocalDate.ofInstant(report.at(), known.zone()))
        .set(CONTACT.AT, report.at().atOffset(ZoneOffset.UTC))
        .set(CONTACT.ZONE, known.zone().getId())
        .set(CONTACT.KIND, word(report.outcome().kind()))
        .set(CONTACT.ADDRESS, report.reach().address().orElse(null))
        .set(CONTACT.PLACE, place(report.reach()))
        .set(CONTACT.NOTE, report.words().orElse(null))
        .execute();
  }

  private static ContactLine line(Record row) {
    var channel = Channel.valueOf(row.get("channel", String.class).toUpperCase(Locale.ROOT));
    return new ContactLine(
        row.get("id", UUID.class),
        Optional.ofNullable(row.get("case_id", UUID.class)).map(CaseId::new),
        row.get("direction", String.class).equals("out"),
        channel,
        row.get("day", LocalDate.class),
        Optional.ofNullable(row.get("at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
        HistoryRead.kind(Optional.ofNullable(row.get("kind", String.class)), channel),
        row.get("connected", boolean.class),
        Optional.ofNullable(row.get("place", String.class)).map(word -> Place.valueOf(word.toUpperCase(Locale.ROOT))).orElse(Place.UNKNOWN),
        Optional.ofNullable(row.get("address", String.class)),
        row.get("message", boolean.class),
        Optional.ofNullable(row.get("note", String.class)),
        Optional.ofNullable(row.get("recorded_by", String.class)));
  }

  /** The word of a place; none where it is not known. */
  static @Nullable String place(Reach reach) {
    return reach.place() == Place.UNKNOWN ? null : word(reach.place());
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
