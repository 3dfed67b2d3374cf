package io.duly.desk.page;

import io.duly.identity.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls whose note is not finished, for the band at the top of every page: one's own at once, for managers others' after a day (P21). */
@Component
public final class OpenCalls {
  private static final Duration A_DAY = Duration.ofDays(1);

  /** Which concern a person: takes them, whether they answer for others, {@link #othersSince}, and their creditors twice, or null for all. */
  private static final String CONCERN =
      "k.ended_at is null and (k.caller_id = ? or (? and k.began_at < ?::timestamptz and (?::uuid[] is null or k.creditor_id = any (?::uuid[]))))";

  /** Is there any? */
  static final String ANY = "select from calls.call k where " + CONCERN;

  private static final String OPEN =
      """
      select k.id, d.name as debtor, p.name as caller, k.began_at, k.caller_id = ? as own
        from calls.call k join parties.debtor d on d.id = k.debtor_id join identity.person p on p.id = k.caller_id
       where %s
       order by k.caller_id <> ?, k.began_at limit 20
      """
          .formatted(CONCERN);

  private final DSLContext dsl;
  private final Clock clock;

  OpenCalls(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /** @param own it is the reader's */
  public record Left(UUID call, String debtor, String caller, Instant beganAt, boolean own) {}

  /** From when on the calls of others are told of. */
  static OffsetDateTime othersSince(Clock clock) {
    return clock.instant().minus(A_DAY).atOffset(ZoneOffset.UTC);
  }

  List<Left> of(Person person) {
    var scope = person.scope();
    @Nullable Object ids = scope == null ? null : scope.toArray(UUID[]::new);
    return dsl.fetch(OPEN, person.uuid(), person.uuid(), person.role().mayApprove(), othersSince(clock), ids, ids, person.uuid())
        .map(row -> new Left(
            row.get("id", UUID.class), row.get("debtor", String.class), row.get("caller", String.class),
            row.get("began_at", OffsetDateTime.class).toInstant(), row.get("own", Boolean.class)));
  }
}
