package io.duly.identity.web;

import static io.duly.database.jooq.identity.Tables.PERSON;
import static io.duly.database.jooq.identity.Tables.SESSION;

import io.duly.identity.Person;
import io.duly.identity.Secret;
import io.duly.kernel.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps sessions in the database. A request reads one row by its key; it writes only where something was put in or taken
 * out, or where the session was last seen more than a minute ago. What was ended meanwhile is not brought back.
 */
@Component
@ConditionalOnWebApplication
class SessionStore implements SessionRepository<KeptSession> {
  /** Without a request a session ends. */
  static final Duration IDLE = Duration.ofHours(12);

  /** However busy, everybody signs in once a day (NIST SP 800-63B, section 2.2.3). */
  static final Duration LONGEST = Duration.ofHours(24);

  /** Of who has not signed in: long enough to find the password. */
  static final Duration AT_THE_DOOR = Duration.ofHours(2);

  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  private final DSLContext dsl;
  private final TransactionTemplate transaction;
  private final IdSource ids;
  private final InstantSource clock;

  SessionStore(DSLContext dsl, PlatformTransactionManager transactions, IdSource ids, InstantSource clock) {
    this.dsl = dsl;
    this.transaction = new TransactionTemplate(transactions);
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public KeptSession createSession() {
    return KeptSession.fresh(clock.instant());
  }

  @Override
  public @Nullable KeptSession findById(String id) {
    return ReadOnce.of(id, this::stored);
  }

  private @Nullable KeptSession stored(String id) {
    return dsl.select(SESSION.CREATED_AT, SESSION.LAST_SEEN_AT, SESSION.KEPT)
        .from(SESSION)
        .leftJoin(PERSON)
        .on(PERSON.ID.eq(SESSION.PERSON_ID))
        .where(SESSION.ID_HASH.eq(Secret.hash(id)), SESSION.ENDS_AT.gt(at(clock.instant())), PERSON.SHUT_OUT_AT.isNull())
        .fetchOptional()
        .flatMap(row -> KeptValues.read(row.value3()).map(values -> KeptSession.stored(id, row.value1().toInstant(), row.value2().toInstant(), values)))
        .orElse(null);
  }

  @Override
  public void deleteById(String id) {
    ReadOnce.forget(id);
    dsl.deleteFrom(SESSION).where(SESSION.ID_HASH.eq(Secret.hash(id))).execute();
  }

  /** Seen now, by our clock: what the filter notes is the machine's. */
  @Override
  public void save(KeptSession session) {
    var now = clock.instant();
    if (session.storedId().isEmpty()) {
      insert(session, now);
    } else if (session.isChanged()) {
      transaction.executeWithoutResult(_ -> change(session, session.storedId().orElseThrow(), now));
    } else if (session.wasSeenLongAgo(now, SEEN_EVERY)) {
      seen(session, now);
    } else {
      return;
    }
    session.isStored(now);
  }

  private void insert(KeptSession session, Instant now) {
    var values = merged(Map.of(), session);
    var row = dsl.newRecord(SESSION);
    row.setIdHash(Secret.hash(session.getId()));
    row.setNumber(ids.next());
    row.setCreatedAt(at(session.getCreationTime()));
    row.setLastSeenAt(at(now));
    row.setEndsAt(at(now.plus(AT_THE_DOOR)));
    row.setKept(KeptValues.bytes(values));
    row.insert();
    signedIn(session, values, now);
  }

  /** What two requests change at the same time is both kept, for only the differences are written. */
  private void change(KeptSession session, String storedId, Instant now) {
    var row = SESSION.ID_HASH.eq(Secret.hash(storedId));
    var before = dsl.select(SESSION.KEPT).from(SESSION).where(row).forUpdate().fetchOptional(SESSION.KEPT);
    if (before.isEmpty()) {
      return;
    }
    var values = merged(KeptValues.read(before.get()).orElse(Map.of()), session);
    dsl.update(SESSION).set(SESSION.ID_HASH, Secret.hash(session.getId())).set(SESSION.KEPT, KeptValues.bytes(values)).where(row).execute();
    signedIn(session, values, now);
    seen(session, now);
  }

  private static Map<String, Object> merged(Map<String, Object> before, KeptSession session) {
    var values = new HashMap<>(before);
    session.changed().forEach((name, value) -> value.ifPresentOrElse(set -> values.put(name, set), () -> values.remove(name)));
    return values;
  }

  /** The moment of signing in; what has ended long ago is swept away with it. */
  private void signedIn(KeptSession session, Map<String, Object> values, Instant now) {
    if (!session.changed().containsKey(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)) {
      return;
    }
    personIn(values).ifPresent(person -> {
      var from = values.get(SignedInFrom.NAME) instanceof SignedInFrom known ? known : SignedInFrom.NOWHERE;
      dsl.update(SESSION)
          .set(SESSION.PERSON_ID, person.uuid())
          .set(SESSION.SIGNED_IN_AT, at(now))
          .set(SESSION.ENDS_AT, at(now.plus(IDLE)))
          .set(SESSION.ADDRESS, from.address())
          .set(SESSION.BROWSER, from.browser())
          .where(SESSION.ID_HASH.eq(Secret.hash(session.getId())))
          .execute();
      dsl.deleteFrom(SESSION).where(SESSION.ENDS_AT.lt(at(now))).execute();
    });
  }

  private static Optional<Person> personIn(Map<String, Object> values) {
    return values.get(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context
            && context.getAuthentication() != null
            && context.getAuthentication().getPrincipal() instanceof Person person
        ? Optional.of(person)
        : Optional.empty();
  }

  private void seen(KeptSession session, Instant now) {
    dsl.execute(
        "update identity.session set last_seen_at = ?::timestamptz, ends_at = case when signed_in_at is null then ?::timestamptz else least(?::timestamptz, signed_in_at + ?::interval) end where id_hash = ?",
        at(now), at(now.plus(AT_THE_DOOR)), at(now.plus(IDLE)), LONGEST.toString(), Secret.hash(session.getId()));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
