package io.duly.identity;

import static io.duly.database.jooq.identity.Tables.LINK;

import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which people choose their password: random, kept as a hash, good once and for three days. A new one ends the one
 * before. So nobody but the person ever knows their password.
 */
@Component
public class Links {
  /** How long a link is good. */
  public static final Duration GOOD_FOR = Duration.ofDays(3);

  private final DSLContext dsl;
  private final People people;
  private final Changes changes;
  private final IdSource ids;
  private final InstantSource clock;

  Links(DSLContext dsl, People people, Changes changes, IdSource ids, InstantSource clock) {
    this.dsl = dsl;
    this.people = people;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /** A link that was just made. What it holds cannot be shown again. */
  public record Link(Person person, String secret, Instant expiresAt) {
    /** Below the address of the desk, without a slash before it. */
    public String path() {
      return "welcome/" + secret;
    }
  }

  /** What came of choosing. */
  public sealed interface Choice {}

  public record Chosen(Person person) implements Choice {}

  public record NotGood(PasswordRules.Flaw flaw) implements Choice {}

  /** The link was used, replaced or has expired, or the person is shut out. */
  public record NoLonger() implements Choice {}

  /**
   * Adds a person, who chooses a password by the link.
   *
   * @param creditors whose data the person may see; empty for every creditor
   * @throws LoginTaken where somebody has the login
   */
  @Transactional
  public Link admit(String login, String name, Role role, Optional<List<CreditorId>> creditors, By by) {
    return make(people.add(login, name, role, creditors, by), by);
  }

  /** Adds the first person, an administrator called {@code admin}; empty where there is somebody already. */
  @Transactional
  public Optional<Link> admitFirst() {
    dsl.execute("select pg_advisory_xact_lock(hashtext('duly first person'))");
    return people.isAnybody() ? Optional.empty() : Optional.of(admit("admin", "Administrator", Role.ADMINISTRATOR, Optional.empty(), By.DULY));
  }

  /** A new link for somebody; the one before is good no longer. Their password is, until they choose another. */
  @Transactional
  public Link make(Person person, By by) {
    people.lock(person.id());
    end(person.id());
    var secret = Secret.random();
    var now = clock.instant();
    var expires = now.plus(GOOD_FOR);
    dsl.insertInto(LINK)
        .set(LINK.ID, ids.next())
        .set(LINK.PERSON_ID, person.uuid())
        .set(LINK.TOKEN_HASH, Secret.hash(secret))
        .set(LINK.MADE_AT, at(now))
        .set(LINK.MADE_BY, by.actor())
        .set(LINK.EXPIRES_AT, at(expires))
        .execute();
    changes.write(person.id(), by, "link-made", "");
    return new Link(person, secret, expires);
  }

  /** Whose link it is, where it is still good. */
  public Optional<Person> holder(String secret) {
    return dsl.select(LINK.PERSON_ID)
        .from(LINK)
        .where(LINK.TOKEN_HASH.eq(Secret.hash(secret)), LINK.ENDED_AT.isNull(), LINK.EXPIRES_AT.gt(at(clock.instant())))
        .fetchOptional(LINK.PERSON_ID)
        .flatMap(person -> people.admitted(new PersonId(person)));
  }

  /** Uses the link up, unless the password is not good. */
  @Transactional
  public Choice choose(String secret, String password, String address) {
    var holder = holder(secret);
    if (holder.isEmpty()) {
      return new NoLonger();
    }
    var person = holder.get();
    var flaw = PasswordRules.flaw(password, person.login());
    if (flaw.isPresent()) {
      return new NotGood(flaw.get());
    }
    return usedUp(secret) ? chosen(person, password, address) : new NoLonger();
  }

  private Chosen chosen(Person person, String password, String address) {
    people.setPassword(person.id(), password);
    changes.write(person.id(), By.person(person, address), "password-chosen", "");
    return new Chosen(person);
  }

  /** Of two who use it at the same time one is too late. */
  private boolean usedUp(String secret) {
    return dsl.update(LINK)
            .set(LINK.ENDED_AT, at(clock.instant()))
            .set(LINK.USED, true)
            .where(LINK.TOKEN_HASH.eq(Secret.hash(secret)), LINK.ENDED_AT.isNull())
            .execute()
        == 1;
  }

  void end(PersonId person) {
    dsl.update(LINK).set(LINK.ENDED_AT, at(clock.instant())).where(LINK.PERSON_ID.eq(person.value()), LINK.ENDED_AT.isNull()).execute();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
