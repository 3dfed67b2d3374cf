package io.duly.identity;

import static io.duly.database.jooq.identity.Tables.COMPANY_LINK;
import static io.duly.database.jooq.identity.Tables.LINK;
import static io.duly.database.jooq.identity.Tables.PASSKEY;
import static io.duly.database.jooq.identity.Tables.PERSON;
import static io.duly.database.jooq.identity.Tables.TOKEN;

import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.PersonId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who may sign in. */
@Component
public class People {
  /** The hash of who has chosen no password. */
  private static final String NONE = "";

  private final DSLContext dsl;
  private final IdSource ids;
  private final Passwords passwords;
  private final Changes changes;
  private final Sessions sessions;
  private final InstantSource clock;

  People(DSLContext dsl, IdSource ids, Passwords passwords, Changes changes, Sessions sessions, InstantSource clock) {
    this.dsl = dsl;
    this.ids = ids;
    this.passwords = passwords;
    this.changes = changes;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** A person and the password that was made up for them; it is stored nowhere. */
  public record Admitted(Person person, String password) {}

  /**
   * Adds a person who has no password yet.
   *
   * @param creditors whose data the person may see; empty for every creditor
   * @throws LoginTaken where somebody has the login
   */
  @Transactional
  public Person add(String login, String name, Role role, Optional<List<CreditorId>> creditors, By by) {
    var scope = creditors.map(all -> all.stream().map(CreditorId::value).toList()).orElse(null);
    var person = new Person(ids.next(), canonical(login), name, role, scope);
    int added =
        dsl.insertInto(PERSON)
            .set(PERSON.ID, person.uuid())
            .set(PERSON.LOGIN, person.login())
            .set(PERSON.NAME, name)
            .set(PERSON.ROLE, role.code())
            .set(PERSON.CREDITORS, scope == null ? null : scope.toArray(UUID[]::new))
            .set(PERSON.PASSWORD_HASH, NONE)
            .onConflictDoNothing()
            .execute();
    if (added == 0) {
      throw new LoginTaken(person.login());
    }
    changes.write(person.id(), by, "added", role.code());
    return person;
  }

  /**
   * Adds a person with a made-up password, as the demonstration and the measuring of pages do; others choose theirs by a
   * {@link Links link}.
   *
   * @param creditors whose data the person may see; empty for every creditor
   * @throws LoginTaken where somebody has the login
   */
  @Transactional
  public Admitted admit(String login, String name, Role role, Optional<List<CreditorId>> creditors) {
    var person = add(login, name, role, creditors, By.DULY);
    var password = passwords.random();
    setPassword(person.id(), password);
    return new Admitted(person, password);
  }

  /** Gives a person a new made-up password, and lets them in again; empty where nobody has the login. */
  @Transactional
  public Optional<Admitted> renewPassword(String login) {
    var password = passwords.random();
    return find(login).map(person -> {
      setPassword(person.id(), password);
      shutOutAt(person.id(), null);
      return new Admitted(person, password);
    });
  }

  /** From now on the person cannot sign in, until let in again, is signed in nowhere, and their tokens are over. */
  @Transactional
  public void shutOut(PersonId person) {
    shutOutAt(person, clock.instant());
    sessions.endAll(person);
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    dsl.update(LINK).set(LINK.ENDED_AT, now).where(LINK.PERSON_ID.eq(person.value()), LINK.ENDED_AT.isNull()).execute();
    dsl.update(TOKEN).set(TOKEN.ENDED_AT, now).where(TOKEN.PERSON_ID.eq(person.value()), TOKEN.ENDED_AT.isNull()).execute();
  }

  /**
   * Another password of who is signed in. Their sessions end, but for the one that asks.
   *
   * @param asking the id of that session
   */
  @Transactional
  public void changePassword(Person person, String password, String asking, By by) {
    setHash(person.id(), password);
    sessions.endOthers(person.id(), asking);
    changes.write(person.id(), by, "password-chosen", "");
  }

  /** Sessions that began with the password before end with it. */
  void setPassword(PersonId person, String password) {
    setHash(person, password);
    sessions.endAll(person);
  }

  private void setHash(PersonId person, String password) {
    dsl.update(PERSON)
        .set(PERSON.PASSWORD_HASH, passwords.hash(password))
        .set(PERSON.PASSWORD_CHOSEN_AT, clock.instant().atOffset(ZoneOffset.UTC))
        .where(PERSON.ID.eq(person.value()))
        .execute();
  }

  private void shutOutAt(PersonId person, @Nullable Instant when) {
    dsl.update(PERSON)
        .set(PERSON.SHUT_OUT_AT, when == null ? null : when.atOffset(ZoneOffset.UTC))
        .where(PERSON.ID.eq(person.value()))
        .execute();
  }

  boolean isAnybody() {
    return dsl.fetchExists(PERSON);
  }

  /** Whether nobody could sign in, for nobody has chosen a password. */
  public boolean isWithoutAnyPassword() {
    return !dsl.fetchExists(PERSON, PERSON.PASSWORD_HASH.ne(NONE));
  }

  /** Who changes a person waits for whoever changes the same one. */
  void lock(PersonId person) {
    dsl.select(PERSON.ID).from(PERSON).where(PERSON.ID.eq(person.value())).forUpdate().execute();
  }

  /**
   * The person as they are now, whatever a session says; whoever changes them waits until the transaction ends.
   *
   * @throws java.util.NoSuchElementException where there is none
   */
  public Person held(PersonId person) {
    lock(person);
    return dsl.selectFrom(PERSON).where(PERSON.ID.eq(person.value())).fetchOptional(People::person).orElseThrow();
  }

  /** Everybody who is not shut out and has a password, a passkey or a company that knows them. */
  public List<Person> whoCanSignIn() {
    var passkey = DSL.exists(DSL.selectOne().from(PASSKEY).where(PASSKEY.PERSON_ID.eq(PERSON.ID), PASSKEY.REMOVED_AT.isNull(), PASSKEY.STOPPED_AT.isNull()));
    var company = DSL.exists(DSL.selectOne().from(COMPANY_LINK).where(COMPANY_LINK.PERSON_ID.eq(PERSON.ID), COMPANY_LINK.ENDED_AT.isNull()));
    return dsl.selectFrom(PERSON).where(PERSON.SHUT_OUT_AT.isNull(), PERSON.PASSWORD_HASH.ne(NONE).or(passkey).or(company)).orderBy(PERSON.LOGIN).fetch(People::person);
  }

  /** The person, unless shut out. */
  public Optional<Person> admitted(PersonId person) {
    return dsl.selectFrom(PERSON).where(PERSON.ID.eq(person.value()), PERSON.SHUT_OUT_AT.isNull()).fetchOptional(People::person);
  }

  public Optional<Person> find(String login) {
    return dsl.selectFrom(PERSON).where(PERSON.LOGIN.eq(canonical(login))).fetchOptional(People::person);
  }

  public List<Person> all() {
    return dsl.selectFrom(PERSON).orderBy(PERSON.LOGIN).fetch(People::person);
  }

  /** Empty where there is no password yet, or the person is shut out. */
  Optional<String> hashOf(PersonId person) {
    return dsl.select(PERSON.PASSWORD_HASH)
        .from(PERSON)
        .where(PERSON.ID.eq(person.value()), PERSON.SHUT_OUT_AT.isNull())
        .fetchOptional(PERSON.PASSWORD_HASH)
        .filter(hash -> !hash.equals(NONE));
  }

  /** Whether a password was chosen. */
  public boolean hasPassword(PersonId person) {
    return dsl.fetchExists(PERSON, PERSON.ID.eq(person.value()), PERSON.PASSWORD_HASH.ne(NONE));
  }

  /** When the password was chosen: failures before it count no longer. */
  Optional<OffsetDateTime> passwordChosenAt(String login) {
    return dsl.select(PERSON.PASSWORD_CHOSEN_AT).from(PERSON).where(PERSON.LOGIN.eq(login)).fetchOptional(PERSON.PASSWORD_CHOSEN_AT);
  }

  static String canonical(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }

  static Person person(Record row) {
    var creditors = row.get(PERSON.CREDITORS);
    return new Person(
        row.get(PERSON.ID),
        row.get(PERSON.LOGIN),
        row.get(PERSON.NAME),
        Role.of(row.get(PERSON.ROLE)),
        creditors == null ? null : Arrays.asList(creditors));
  }
}
