package io.duly.identity;

import static io.duly.database.jooq.identity.Tables.LINK;
import static io.duly.database.jooq.identity.Tables.PERSON;
import static io.duly.database.jooq.identity.Tables.SIGN_IN;
import static org.jooq.impl.DSL.max;

import io.duly.kernel.CreditorId;
import io.duly.kernel.PersonId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do to others' right to sign in. Each change is recorded, and ends the person's sessions, so that
 * nobody works on with rights that they had. The last administrator who can sign in stays one.
 */
@Component
public class Administration {
  private final DSLContext dsl;
  private final People people;
  private final Sessions sessions;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final SignIns signIns;
  private final Changes changes;
  private final InstantSource clock;

  Administration(
      DSLContext dsl, People people, Sessions sessions, SecondFactors factors, Passkeys passkeys, SignIns signIns, Changes changes, InstantSource clock) {
    this.dsl = dsl;
    this.people = people;
    this.sessions = sessions;
    this.factors = factors;
    this.passkeys = passkeys;
    this.signIns = signIns;
    this.changes = changes;
    this.clock = clock;
  }

  /** It would leave nobody to look after the people. */
  public static final class LastAdministrator extends RuntimeException {
    LastAdministrator() {
      super("Nobody else who can sign in is an administrator.");
    }
  }

  /** A client without creditors would see nothing, and one who sees everybody's is none. */
  public static final class ClientWithoutCreditors extends RuntimeException {
    ClientWithoutCreditors() {
      super("A client needs at least one creditor.");
    }
  }

  /**
   * How things stand with a person.
   *
   * @param lastSignIn empty where there was none
   * @param linkUntil until when a link to choose a password waits for them
   * @param passkey whether they can sign in with one
   * @param locked too many attempts failed a short while ago
   */
  public record Standing(
      Person person, boolean shutOut, boolean hasPassword, Optional<Instant> lastSignIn, int sessions, boolean secondFactor, boolean passkey, Optional<Instant> linkUntil, boolean locked) {}

  /** Everybody, by login. */
  public List<Standing> everybody() {
    var open = sessions.counted();
    var withFactor = factors.all();
    var withPasskey = passkeys.all();
    var waiting =
        dsl.select(LINK.PERSON_ID, LINK.EXPIRES_AT).from(LINK).where(LINK.ENDED_AT.isNull(), LINK.EXPIRES_AT.gt(now())).fetchMap(LINK.PERSON_ID, LINK.EXPIRES_AT);
    Map<String, OffsetDateTime> last =
        dsl.select(SIGN_IN.LOGIN, max(SIGN_IN.AT)).from(SIGN_IN).where(SIGN_IN.SUCCEEDED).groupBy(SIGN_IN.LOGIN).fetchMap(SIGN_IN.LOGIN, max(SIGN_IN.AT));
    var locked = signIns.lockedLogins();
    return dsl.selectFrom(PERSON).orderBy(PERSON.LOGIN).fetch(row ->
        new Standing(
            People.person(row),
            row.getShutOutAt() != null,
            !row.getPasswordHash().isEmpty(),
            Optional.ofNullable(last.get(row.getLogin())).map(OffsetDateTime::toInstant),
            open.getOrDefault(row.getId(), 0),
            withFactor.contains(row.getId()),
            withPasskey.contains(row.getId()),
            Optional.ofNullable(waiting.get(row.getId())).map(OffsetDateTime::toInstant),
            locked.contains(row.getLogin())));
  }

  /** @throws LastAdministrator where nobody else would be one */
  @Transactional
  public void role(Person person, Role role, By by) {
    keepAnAdministrator(person, role == Role.ADMINISTRATOR);
    if (role == Role.CLIENT && person.creditors().isEmpty()) {
      throw new ClientWithoutCreditors();
    }
    dsl.update(PERSON).set(PERSON.ROLE, role.code()).where(PERSON.ID.eq(person.uuid())).execute();
    changed(person, by, "role", role.code());
  }

  /**
   * As a company says, which does not see what stands here.
   *
   * @return whether they have that role now: not where nobody else would be an administrator, or a client would be without creditors
   */
  @Transactional
  public boolean follow(Person asked, Role role, By by) {
    var person = people.held(asked.id());
    if (person.role() == role) {
      return true;
    }
    try {
      role(person, role, by);
      return true;
    } catch (LastAdministrator | ClientWithoutCreditors stays) {
      return false;
    }
  }

  /**
   * @param creditors whose data the person may see; empty for every creditor
   * @param names of the same, for the record
   */
  @Transactional
  public void scope(Person person, Optional<List<CreditorId>> creditors, String names, By by) {
    people.lock(person.id());
    if (person.role() == Role.CLIENT && creditors.filter(all -> !all.isEmpty()).isEmpty()) {
      throw new ClientWithoutCreditors();
    }
    var ids = creditors.map(all -> all.stream().map(CreditorId::value).toArray(UUID[]::new)).orElse(null);
    dsl.update(PERSON).set(PERSON.CREDITORS, ids).where(PERSON.ID.eq(person.uuid())).execute();
    changed(person, by, "scope", names);
  }

  /** @throws LastAdministrator where nobody else would be one */
  @Transactional
  public void shutOut(Person person, By by) {
    keepAnAdministrator(person, false);
    people.shutOut(person.id());
    changes.write(person.id(), by, "shut-out", "");
  }

  /** With the password that the person had. */
  @Transactional
  public void letIn(Person person, By by) {
    dsl.update(PERSON).set(PERSON.SHUT_OUT_AT, (OffsetDateTime) null).where(PERSON.ID.eq(person.uuid())).execute();
    changed(person, by, "let-in", "");
  }

  /** @return how many there were */
  @Transactional
  public int endSessions(Person person, By by) {
    int ended = sessions.endAll(person.id());
    changes.write(person.id(), by, "sessions-ended", "");
    return ended;
  }

  private void changed(Person person, By by, String what, String detail) {
    sessions.endAll(person.id());
    changes.write(person.id(), by, what, detail);
  }

  /** All administrators are held until it is done: two cannot demote each other at the same time. */
  private void keepAnAdministrator(Person person, boolean staysOne) {
    var able =
        dsl.select(PERSON.ID)
            .from(PERSON)
            .where(PERSON.ROLE.eq(Role.ADMINISTRATOR.code()), PERSON.SHUT_OUT_AT.isNull(), PERSON.PASSWORD_HASH.ne(""))
            .orderBy(PERSON.ID)
            .forUpdate()
            .fetch(PERSON.ID);
    if (!staysOne && able.contains(person.uuid()) && able.size() == 1) {
      throw new LastAdministrator();
    }
    people.lock(new PersonId(person.uuid()));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
