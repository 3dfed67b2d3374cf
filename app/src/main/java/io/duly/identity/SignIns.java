package io.duly.identity;

import static io.duly.database.jooq.identity.Tables.SIGN_IN;
import static org.jooq.impl.DSL.max;

import io.duly.kernel.IdSource;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

  /** Failures within {@link #LOCK} after which an address is not listened to. An office may share one. */
  public static final int ALLOWED_FROM_ADDRESS = 50;

  /** How long a login stays locked after the last failure. */
  public static final Duration LOCK = Duration.ofMinutes(15);

  private static final String HOW = "password";
  private static final int LOGIN_LIMIT = 200;
  private static final int ADDRESSES = 5;

  private static final String FAILURES =
      """
      with successes as (select at from identity.sign_in where login = ? and succeeded order by at desc limit 2)
      select count(*)::int as failures, min(at) as first, max(at) as last, array_agg(distinct address) as addresses
        from identity.sign_in
       where login = ? and not succeeded and at < (select max(at) from successes)
         and at > coalesce((select min(at) from successes having count(*) = 2), '-infinity')
      """;

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

  /** Too many failures with this login; the password was not looked at. */
  public record Locked() implements Attempt {}

  /** Too many failures from this address, whatever the login; nothing was looked at. */
  public record NotHeard(Duration until) implements Attempt {}

  /** @param address where the attempt comes from, for the record */
  public Attempt attempt(String login, String password, String address) {
    var name = People.canonical(login.substring(0, Math.min(login.length(), LOGIN_LIMIT)));
    var wait = wait(address);
    if (wait.isPresent()) {
      return new NotHeard(wait.get());
    }
    if (locked(name)) {
      record(name, false, address, HOW);
      return new Locked();
    }
    var person = people.find(name);
    var hash = person.flatMap(found -> people.hashOf(found.id()));
    boolean right = passwords.matches(password, hash.orElse(hashOfNobody)) && hash.isPresent();
    record(name, right, address, HOW);
    return right ? new Admitted(person.orElseThrow()) : new Refused();
  }

  /** Whether somebody who is signed in knows their password; a failure counts as one of signing in. */
  public boolean knows(Person person, String password, String address) {
    if (locked(person.login())) {
      return false;
    }
    boolean right = people.hashOf(person.id()).filter(hash -> passwords.matches(password, hash)).isPresent();
    if (!right) {
      record(person.login(), false, address, HOW);
    }
    return right;
  }

  /**
   * What failed with a person's name between their last sign-in and the one before.
   *
   * @param addresses where from, each once, five at most
   */
  public record Failures(int count, Instant first, Instant last, List<String> addresses) implements Serializable {
    @Serial private static final long serialVersionUID = 1;

    /** Under which the session keeps it until a page has shown it. */
    public static final String NAME = "duly.failures";
  }

  /** Empty where nothing did. */
  public Optional<Failures> failuresBeforeThis(Person person) {
    return dsl.resultQuery(FAILURES, person.login(), person.login())
        .fetchOptional()
        .filter(row -> row.get("failures", Integer.class) > 0)
        .map(row ->
            new Failures(
                row.get("failures", Integer.class),
                row.get("first", OffsetDateTime.class).toInstant(),
                row.get("last", OffsetDateTime.class).toInstant(),
                Stream.of(row.get("addresses", String[].class)).limit(ADDRESSES).toList()));
  }

  /** How long an address is not listened to, for so much has failed from there; empty where it is. */
  Optional<Duration> wait(String address) {
    var now = clock.instant();
    return dsl.select(SIGN_IN.AT)
        .from(SIGN_IN)
        .where(SIGN_IN.ADDRESS.eq(address), SIGN_IN.SUCCEEDED.isFalse(), SIGN_IN.AT.gt(at(now.minus(LOCK))))
        .orderBy(SIGN_IN.AT.desc())
        .offset(ALLOWED_FROM_ADDRESS - 1)
        .limit(1)
        .fetchOptional(SIGN_IN.AT)
        .map(earliest -> Duration.between(now, earliest.toInstant().plus(LOCK)));
  }

  private static final String LOCKED =
      """
      select p.login from identity.person p
       where (select count(*) from identity.sign_in s
               where s.login = p.login and not s.succeeded and s.at > ?::timestamptz and s.at >= coalesce(p.password_chosen_at, '-infinity')
                 and s.at > coalesce((select max(o.at) from identity.sign_in o where o.login = p.login and o.succeeded and o.at > ?::timestamptz), '-infinity')) >= ?
      """;

  /** Of those that somebody has, the ones that are locked now; for administrators only. */
  Set<String> lockedLogins() {
    var since = at(clock.instant().minus(LOCK));
    return dsl.fetch(LOCKED, since, since, ALLOWED_FAILURES).intoSet(0, String.class);
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

  /** @param how one of the words of {@code identity.sign_in.how} */
  void record(String login, boolean succeeded, String address, String how) {
    dsl.insertInto(SIGN_IN)
        .set(SIGN_IN.ID, ids.next())
        .set(SIGN_IN.LOGIN, login)
        .set(SIGN_IN.SUCCEEDED, succeeded)
        .set(SIGN_IN.AT, at(clock.instant()))
        .set(SIGN_IN.ADDRESS, address)
        .set(SIGN_IN.HOW, how)
        .execute();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

}
