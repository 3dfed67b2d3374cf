package io.duly.portal;

import io.duly.identity.Secret;
import io.duly.invitations.Invitations;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.wording.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Who is here, by what a browser holds. One row is read for each page; when somebody was seen is noted to the minute. */
@Component
final class Visits {
  /** Without a request a visit ends: a telephone may lie about. */
  static final Duration IDLE = Duration.ofMinutes(30);

  /** However busy. */
  static final Duration LONGEST = Duration.ofHours(4);

  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  private final DSLContext dsl;
  private final InstantSource clock;

  Visits(DSLContext dsl, InstantSource clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /** @return what the browser holds from now on; nothing that it held before lets anybody in */
  String begin(DSLContext tx, Invitations.Held held, Language language) {
    var secret = Secret.random();
    var now = clock.instant();
    var invited = held.invited();
    tx.execute("delete from portal.visit where ends_at < ?::timestamptz", at(now));
    tx.execute(
        """
        insert into portal.visit (id_hash, creditor_id, debtor_id, case_id, invitation_id, language, began_at, last_seen_at, ends_at)
        values (?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz)
        """,
        Secret.hash(secret), invited.creditor().value(), invited.debtor().value(), invited.recovery().value(), held.id(), language.code(), at(now), at(now), at(now.plus(IDLE)));
    return secret;
  }

  Optional<Visit> of(String secret) {
    var now = clock.instant();
    var row = dsl.fetchOptional("select * from portal.visit where id_hash = ? and ends_at > ?::timestamptz", Secret.hash(secret), at(now));
    row.filter(one -> seen(one).plus(SEEN_EVERY).isBefore(now)).ifPresent(_ -> goesOn(secret, now));
    return row.map(Visits::visit);
  }

  void speak(String secret, Language language) {
    dsl.execute("update portal.visit set language = ? where id_hash = ?", language.code(), Secret.hash(secret));
  }

  void end(String secret) {
    dsl.execute("delete from portal.visit where id_hash = ?", (Object) Secret.hash(secret));
  }

  private void goesOn(String secret, Instant now) {
    dsl.execute(
        "update portal.visit set last_seen_at = ?::timestamptz, ends_at = least(?::timestamptz, began_at + ?::interval) where id_hash = ?",
        at(now), at(now.plus(IDLE)), LONGEST.toString(), Secret.hash(secret));
  }

  private static Instant seen(Record row) {
    return row.get("last_seen_at", OffsetDateTime.class).toInstant();
  }

  private static Visit visit(Record row) {
    return new Visit(
        new CreditorId(row.get("creditor_id", UUID.class)), new DebtorId(row.get("debtor_id", UUID.class)), new CaseId(row.get("case_id", UUID.class)),
        Language.of(row.get("language", String.class)).orElse(Language.EN));
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
