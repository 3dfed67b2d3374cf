package io.duly.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what is due for this node alone, the first of each case that waits. What a node that died had taken is free again after two minutes. */
@Component
class DueEvents {
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final int OF_EACH = 10;

  /** Whoever may not hear any more is not told any more. */
  private static final String END =
      """
      update webhooks.subscription s set ended_at = ?::timestamptz, ended_why = 'owner' from identity.person p
       where p.id = s.person_id and s.ended_at is null and (p.shut_out_at is not null or p.role not in ('manager', 'administrator'))
      """;

  private static final String CLAIM =
      """
      with due as (
        select one.id from webhooks.subscription s cross join lateral (
          select e.id from webhooks.event e
           where e.subscription_id = s.id and e.state = 'waiting' and e.due_at <= {0}::timestamptz and (e.claimed_until is null or e.claimed_until <= {0}::timestamptz)
             and (e.kind = 'test' or (s.paused_at is null and (s.rest_until is null or s.rest_until <= {0}::timestamptz)))
             and not exists (select from webhooks.event f
               where f.subscription_id = e.subscription_id and f.case_id = e.case_id and f.seq < e.seq and f.state = 'waiting')
           order by e.due_at limit {1}::int for update skip locked) one
         where s.ended_at is null)
      update webhooks.event e set claimed_until = {2}::timestamptz from due where e.id = due.id returning e.id
      """;

  private static final String OF =
      """
      select e.id, e.kind, e.occurred_at, e.creditor_id, e.case_id, e.seq, e.attempts, e.first_failed_at, c.number,
             s.id as webhook, s.url, s.secret, case when s.old_secret_until > {1}::timestamptz then s.old_secret end as old_secret,
             e.creditor_id is null or p.creditors is null or e.creditor_id = any (p.creditors) as theirs
        from webhooks.event e join webhooks.subscription s on s.id = e.subscription_id join identity.person p on p.id = s.person_id
        left join cases.recovery_case c on c.id = e.case_id
       where e.id = any ({0}::uuid[])
      """;

  private final DSLContext dsl;
  private final SealedSecrets secrets;

  DueEvents(DSLContext dsl, SealedSecrets secrets) {
    this.dsl = dsl;
    this.secrets = secrets;
  }

  /** At most ten of each webhook. */
  @Transactional
  public List<Claimed> claim(Instant now) {
    dsl.execute(END, at(now));
    var ids = dsl.fetch(CLAIM, DSL.val(at(now)), DSL.val(OF_EACH), DSL.val(at(now.plus(LEASE)))).getValues("id", UUID.class);
    return ids.isEmpty() ? List.of() : theirs(ids, now);
  }

  /** What the person has come not to see since is left out. */
  private List<Claimed> theirs(List<UUID> ids, Instant now) {
    var rows = dsl.fetch(OF, DSL.val(ids.toArray(UUID[]::new)), DSL.val(at(now)));
    var others = rows.stream().filter(row -> !row.get("theirs", Boolean.class)).map(row -> row.get("id", UUID.class)).toArray(UUID[]::new);
    if (others.length > 0) {
      dsl.execute("update webhooks.event set state = 'left_out', claimed_until = null where id = any (?::uuid[])", (Object) others);
    }
    return rows.stream().filter(row -> row.get("theirs", Boolean.class)).map(this::claimed).toList();
  }

  private Claimed claimed(Record row) {
    var webhook = row.get("webhook", UUID.class);
    var keys = Stream.of("secret", "old_secret").map(name -> row.get(name, byte[].class)).filter(Objects::nonNull).map(sealed -> secrets.open(webhook, sealed)).toList();
    return new Claimed(
        row.get("id", UUID.class), webhook, row.get("url", String.class), keys, row.get("kind", String.class), row.get("occurred_at", OffsetDateTime.class).toInstant(), about(row),
        row.get("attempts", Integer.class), Optional.ofNullable(row.get("first_failed_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
  }

  private static Optional<Claimed.About> about(Record row) {
    return Optional.ofNullable(row.get("case_id", UUID.class))
        .map(recovery -> new Claimed.About(row.get("creditor_id", UUID.class), recovery, row.get("number", Long.class), row.get("seq", Integer.class)));
  }

  private static OffsetDateTime at(Instant when) {
    return when.atOffset(ZoneOffset.UTC);
  }
}
