package io.duly.correspondence;

import static io.duly.database.jooq.correspondence.Tables.STATED_WISH;

import io.duly.database.jooq.correspondence.tables.records.StatedWishRecord;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Inconvenient;
import io.duly.rules.contact.Stop;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What a debtor said of being contacted. In force from the moment it was received: the database withdraws what waits and
 * would go against it, in the same transaction.
 */
@Component
public final class StatedWishes {
  private final IdSource ids;

  StatedWishes(IdSource ids) {
    this.ids = ids;
  }

  /**
   * Who said it, in which words, and who wrote it down.
   *
   * @param words as the debtor said it
   * @param by the actor
   * @param recordedAt when it is written down
   */
  public record Statement(CreditorId creditor, DebtorId debtor, String words, String by, Instant recordedAt) {}

  /** "Please stop": altogether, or by some channels, at a place, to an address. One line for each channel. */
  public void stop(DSLContext tx, Statement said, Stop stop) {
    if (stop.channels().isEmpty()) {
      stopRow(tx, said, stop).insert();
    } else {
      tx.batchInsert(stop.channels().stream().map(channel -> stopRow(tx, said, stop, channel)).toList()).execute();
    }
  }

  private StatedWishRecord stopRow(DSLContext tx, Statement said, Stop stop, Channel channel) {
    var row = stopRow(tx, said, stop);
    row.setChannel(word(channel));
    return row;
  }

  private StatedWishRecord stopRow(DSLContext tx, Statement said, Stop stop) {
    var row = row(tx, said, "stop", stop.received());
    stop.place().map(StatedWishes::word).ifPresent(row::setPlace);
    stop.address().ifPresent(row::setAddress);
    return row;
  }

  /** Somebody speaks for the debtor from now on. */
  public UUID represented(DSLContext tx, Statement said, Instant received) {
    return insert(row(tx, said, "represented", received));
  }

  /** This one speaks for the debtor from now on. */
  UUID represented(DSLContext tx, Statement said, String by, Instant received) {
    var row = row(tx, said, "represented", received);
    row.setRepresentative(by);
    return insert(row);
  }

  /** Hours that are inconvenient, on the debtor's clock. */
  public UUID inconvenient(DSLContext tx, Statement said, Inconvenient hours, Instant received) {
    var row = row(tx, said, "inconvenient", received);
    row.setWeekdays(hours.days().stream().sorted().map(day -> (short) day.getValue()).toArray(Short[]::new));
    row.setFromTime(hours.from());
    row.setToTime(hours.to());
    hours.until().ifPresent(row::setLastDay);
    return insert(row);
  }

  /** The debtor asks to be reached so. */
  public UUID consent(DSLContext tx, Statement said, Channel channel, Instant received) {
    var row = row(tx, said, "consent", received);
    row.setChannel(word(channel));
    return insert(row);
  }

  /** The debtor may be in this zone as well. */
  public UUID alsoIn(DSLContext tx, Statement said, ZoneId zone, Instant received) {
    var row = row(tx, said, "zone", received);
    row.setZone(zone.getId());
    return insert(row);
  }

  /** The debtor takes it back. */
  public void takeBack(DSLContext tx, UUID wish, Instant at) {
    tx.update(STATED_WISH)
        .set(STATED_WISH.TAKEN_BACK_AT, at.atOffset(ZoneOffset.UTC))
        .where(STATED_WISH.ID.eq(wish))
        .and(STATED_WISH.TAKEN_BACK_AT.isNull())
        .execute();
  }

  /** The debtor takes it back; false where it was not in force. */
  boolean takeBack(DSLContext tx, DebtorId debtor, UUID wish, String why, String by, Instant at) {
    return tx.update(STATED_WISH)
            .set(STATED_WISH.TAKEN_BACK_AT, at.atOffset(ZoneOffset.UTC))
            .set(STATED_WISH.TAKEN_BACK_BY, by)
            .set(STATED_WISH.TAKEN_BACK_WHY, why)
            .where(STATED_WISH.ID.eq(wish))
            .and(STATED_WISH.DEBTOR_ID.eq(debtor.value()))
            .and(STATED_WISH.TAKEN_BACK_AT.isNull())
            .execute()
        == 1;
  }

  private StatedWishRecord row(DSLContext tx, Statement said, String kind, Instant received) {
    var row = tx.newRecord(STATED_WISH);
    row.setId(ids.next());
    row.setCreditorId(said.creditor().value());
    row.setDebtorId(said.debtor().value());
    row.setKind(kind);
    row.setReceivedAt(received.atOffset(ZoneOffset.UTC));
    row.setWords(said.words());
    row.setRecordedBy(said.by());
    row.setRecordedAt(said.recordedAt().atOffset(ZoneOffset.UTC));
    return row;
  }

  private static UUID insert(StatedWishRecord row) {
    row.insert();
    return row.getId();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
