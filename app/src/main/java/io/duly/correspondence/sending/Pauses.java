package io.duly.correspondence.sending;

import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The switch that keeps every message back: of everybody, of a creditor, to a debtor. What is sent already is not called back. */
@Component
public final class Pauses {
  /** Held shared by whoever marks a message, so that after a pause was placed nothing more begins to leave. */
  private static final String KEY = "hashtext('duly sending pause')";

  private static final String WHERE =
      " where lifted_at is null and creditor_id is not distinct from ?::uuid and debtor_id is not distinct from ?::uuid";
  private static final String IN_FORCE =
      """
      select id, creditor_id, debtor_id, why, since, placed_by from correspondence.pause where lifted_at is null
         and (creditor_id is null or creditor_id = ?::uuid and (debtor_id is null or debtor_id = ?::uuid)) order by since, id
      """;

  private final IdSource ids;

  Pauses(IdSource ids) {
    this.ids = ids;
  }

  /**
   * What is paused.
   *
   * @param creditor empty: everything
   * @param debtor empty: all of the creditor's
   */
  public record Whom(Optional<CreditorId> creditor, Optional<DebtorId> debtor) {
    public Whom {
      if (debtor.isPresent() && creditor.isEmpty()) {
        throw new IllegalArgumentException("A debtor is paused as a debtor of a creditor.");
      }
    }

    public static Whom everything() {
      return new Whom(Optional.empty(), Optional.empty());
    }
  }

  public record Pause(UUID id, Whom whom, String why, Instant since, String placedBy) {}

  /**
   * Keeps messages back from now on; waits for those that are being marked at this moment.
   *
   * @return false where such a pause is in force already
   */
  public boolean place(DSLContext tx, Whom whom, String why, String by, Instant now) {
    tx.fetch("select pg_advisory_xact_lock(" + KEY + ")");
    return tx.execute(
            "insert into correspondence.pause (id, creditor_id, debtor_id, why, since, placed_by) values (?, ?::uuid, ?::uuid, ?, ?::timestamptz, ?)"
                + " on conflict do nothing",
            ids.next(), creditor(whom), debtor(whom), why, at(now), by)
        > 0;
  }

  /** Lets messages go again; false where nothing was paused. */
  public boolean lift(DSLContext tx, Whom whom, String by, Instant now) {
    return lift(tx, whom, Optional.empty(), by, now);
  }

  /** As {@link #lift(DSLContext, Whom, String, Instant)}, with the reason. */
  public boolean lift(DSLContext tx, Whom whom, Optional<String> why, String by, Instant now) {
    return tx.execute(
            "update correspondence.pause set lifted_at = greatest(since, ?::timestamptz), lifted_by = ?, lifted_why = ?" + WHERE,
            at(now), by, org.jooq.impl.DSL.val(why.orElse(null), String.class), creditor(whom), debtor(whom))
        > 0;
  }

  /** All that are in force, the oldest first. */
  public List<Pause> inForce(DSLContext tx) {
    return tx.fetch("select id, creditor_id, debtor_id, why, since, placed_by from correspondence.pause where lifted_at is null order by since, id")
        .map(Pauses::pause);
  }

  /** What keeps messages to a debtor back; nobody can pause while the transaction lasts. */
  Optional<Pause> keeping(DSLContext tx, CreditorId creditor, DebtorId debtor) {
    tx.fetch("select pg_advisory_xact_lock_shared(" + KEY + ")");
    return keepingNow(tx, creditor, debtor);
  }

  /** As {@link #keeping}, for whoever only looks. */
  Optional<Pause> keepingNow(DSLContext tx, CreditorId creditor, DebtorId debtor) {
    return tx.fetch(IN_FORCE, creditor.value(), debtor.value()).stream().findFirst().map(Pauses::pause);
  }

  private static Pause pause(Record row) {
    var whom =
        new Whom(
            Optional.ofNullable(row.get("creditor_id", UUID.class)).map(CreditorId::new),
            Optional.ofNullable(row.get("debtor_id", UUID.class)).map(DebtorId::new));
    return new Pause(
        row.get("id", UUID.class), whom, row.get("why", String.class), row.get("since", OffsetDateTime.class).toInstant(),
        row.get("placed_by", String.class));
  }

  private static Object creditor(Whom whom) {
    return org.jooq.impl.DSL.val(whom.creditor().map(CreditorId::value).orElse(null), UUID.class);
  }

  private static Object debtor(Whom whom) {
    return org.jooq.impl.DSL.val(whom.debtor().map(DebtorId::value).orElse(null), UUID.class);
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
