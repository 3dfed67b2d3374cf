package io.duly.identity;

import static io.duly.database.jooq.identity.Tables.SIGN_IN;
import static org.jooq.impl.DSL.max;

import io.duly.kernel.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Lets people in. Every attempt is recorded. After five failures in a row a login is locked until a quarter of an hour
 * has passed since the last, or another password is chosen; a login that nobody has is treated the same, so that an answer
 * never tells which exist.
 */
@Component
public final class SignIns {
  /** Failures in a row after which a login is locked. */
  public static final int ALLOWED_FAILURES = 5;

  /** How long a login stays locked after the last failure. */
  public static final Duration LOCK = Duration.ofMinutes(15);

  private static final int LOGIN_LIMIT = 200;

  private final DSLContext dsl;
  private final People people;
  private final Passwords passwords;
  private final IdSource ids;
  private final InstantSource clock;
  private final String hashOfNobody;

  SignIns(DSLContext dsl, People people, Passwords passwords, IdSource ids, InstantSource clock) {
    this.dsl = dsl;
    this.people = people;
    this.passwords = passwords;
    this.ids = ids;
    this.clock = clock;
    this.hashOfNobody = passwords.hash(passwords.random());
  }

  /** What came of an attempt. */
  public sealed interface Attempt {}

  public record Admitted(Person person) implements Attempt {}

  /** Wrong login or password; which of the two is not told. */
  public record Refused() implements Attempt {}

  /** Too many failures; the password was not looked at. */
  public record Locked() implements Attempt {}

  /** @param address where the attempt comes from, for the record */
  public Attempt attempt(String login, String password, String address) {
    var name = People.canonical(login.substring(0, Math.min(login.length(), LOGIN_LIMIT)));
    if (locked(name)) {
      record(name, false, address);
      return new Locked();
    }
    var person = people.find(name);
    var hash = person.flatMap(found -> people.hashOf(found.id()));
    boolean right = passwords.matches(password, hash.orElse(hashOfNobody)) && hash.isPresent();
    record(name, right, address);
    return right ? new Admitted(person.orElseThrow()) : new Refused();
  }

  private boolean locked(String login) {
    var since = at(clock.instant().minus(LOCK));
    var lastSuccess =
        dsl.select(max(SIGN_IN.AT))
            .from(SIGN_IN)
            .where(SIGN_IN.LOGIN.eq(login), SIGN_IN.SUCCEEDED.isTrue(), SIGN_IN.AT.gt(since))
            .fetchOptional(0, OffsetDateTime.class);
    var passwordSince = people.passwordChosenAt(login).filter(since::isBefore).orElse(since);
    int failures =
        dsl.fetchCount(
            dsl.selectOne()
                .from(SIGN_IN)
                .where(SIGN_IN.LOGIN.eq(login), SIGN_IN.AT.gt(lastSuccess.orElse(since)), SIGN_IN.AT.ge(passwordSince))
                .limit(ALLOWED_FAILURES));
    return failures >= ALLOWED_FAILURES;
  }

  private void record(String login, boolean succeeded, String address) {
    dsl.insertInto(SIGN_IN)
        .set(SIGN_IN.ID, ids.next())
        .set(SIGN_IN.LOGIN, login)
        .set(SIGN_IN.SUCCEEDED, succeeded)
        .set(SIGN_IN.AT, at(clock.instant()))
        .set(SIGN_IN.ADDRESS, address)
        .execute();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

}
