package io.duly.payments;

import io.duly.cases.CannotRecord;
import io.duly.cases.Recorded;
import io.duly.kernel.Money;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** What providers told that does not fit. Nothing was booked by it; it waits until a person has looked at the provider's own pages. */
@Component
public final class Asides {
  private static final int MOST = 100;
  private static final String WAITING =
      """
      select h.*, n.name as creditor, c.number from payments.happening h join parties.creditor n on n.id = h.creditor_id
        left join payments.payment_link l on l.id = h.link_id left join cases.recovery_case c on c.id = l.case_id
       where h.outcome = 'aside' and h.looked_at is null order by h.taken_at desc, h.id limit ?
      """;

  Asides() {}

  /**
   * Something that was told.
   *
   * @param kind as the provider calls it, such as {@code payment.paid}
   * @param why it does not fit
   * @param recovery the number of the case whose link it is about; empty where it is of no link of ours
   */
  public record Aside(UUID id, String creditor, String provider, String event, String kind, String why, Optional<Money> amount, Optional<Long> recovery, Instant at) {}

  /** What nobody has looked at, the latest first; at most a hundred. */
  public List<Aside> waiting(DSLContext scoped) {
    return scoped.fetch(WAITING, MOST).map(Asides::read);
  }

  /**
   * Somebody looked.
   *
   * @param why what came of it, in words
   * @throws CannotRecord where nothing is said
   */
  public void looked(DSLContext tx, UUID id, String why, Recorded by) {
    if (why.isBlank()) {
      throw new CannotRecord("Say what you found on the provider's own pages.");
    }
    tx.execute(
        "update payments.happening set looked_at = ?::timestamptz, looked_by = ?, looked_why = ? where id = ? and outcome = 'aside' and looked_at is null",
        by.recordedAt().atOffset(ZoneOffset.UTC), by.actor(), why.strip().substring(0, Math.min(why.strip().length(), 500)), id);
  }

  private static Aside read(Record row) {
    return new Aside(
        row.get("id", UUID.class), row.get("creditor", String.class), row.get("provider", String.class), row.get("event", String.class), row.get("kind", String.class), row.get("why", String.class),
        Optional.ofNullable(row.get("amount", Long.class)).map(minor -> Money.ofMinor(minor, row.get("currency", String.class).strip())), Optional.ofNullable(row.get("number", Long.class)),
        row.get("taken_at", OffsetDateTime.class).toInstant());
  }
}
