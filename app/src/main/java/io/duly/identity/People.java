package io.duly.identity;

import static io.duly.database.jooq.identity.Tables.PERSON;

import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.PersonId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who may sign in. */
@Component
public class People {
  private final DSLContext dsl;
  private final IdSource ids;
  private final Passwords passwords;

  People(DSLContext dsl, IdSource ids, Passwords passwords) {
    this.dsl = dsl;
    this.ids = ids;
    this.passwords = passwords;
  }

  /** A person and the password that was made up for them; it is stored nowhere. */
  public record Admitted(Person person, String password) {}

  /**
   * Adds a person with a made-up password.
   *
   * @param creditors whose data the person may see; empty for every creditor
   * @throws LoginTaken where somebody has the login
   */
  @Transactional
  public Admitted admit(String login, String name, Role role, Optional<List<CreditorId>> creditors) {
    var scope = creditors.map(all -> all.stream().map(CreditorId::value).toList()).orElse(null);
    var person = new Person(ids.next(), canonical(login), name, role, scope);
    var password = passwords.random();
    int added =
        dsl.insertInto(PERSON)
            .set(PERSON.ID, person.uuid())
            .set(PERSON.LOGIN, person.login())
            .set(PERSON.NAME, name)
            .set(PERSON.ROLE, role.code())
            .set(PERSON.CREDITORS, scope == null ? null : scope.toArray(UUID[]::new))
            .set(PERSON.PASSWORD_HASH, passwords.hash(password))
            .onConflictDoNothing()
            .execute();
    if (added == 0) {
      throw new LoginTaken(person.login());
    }
    return new Admitted(person, password);
  }

  /** Adds the first person, an administrator called {@code admin}; empty where there is somebody already. */
  @Transactional
  public Optional<Admitted> admitFirst() {
    dsl.execute("select pg_advisory_xact_lock(hashtext('duly first person'))");
    return dsl.fetchExists(PERSON)
        ? Optional.empty()
        : Optional.of(admit("admin", "Administrator", Role.ADMINISTRATOR, Optional.empty()));
  }

  /** Gives a person a new made-up password; empty where nobody has the login. */
  @Transactional
  public Optional<Admitted> renewPassword(String login) {
    var password = passwords.random();
    return find(login).map(person -> {
      setHash(person.id(), passwords.hash(password));
      return new Admitted(person, password);
    });
  }

  /** From now on the person cannot sign in, until given a new password. */
  public void shutOut(PersonId person) {
    setHash(person, "");
  }

  public Optional<Person> find(String login) {
    return dsl.selectFrom(PERSON).where(PERSON.LOGIN.eq(canonical(login))).fetchOptional(People::person);
  }

  public List<Person> all() {
    return dsl.selectFrom(PERSON).orderBy(PERSON.LOGIN).fetch(People::person);
  }

  Optional<String> hashOf(PersonId person) {
    return dsl.select(PERSON.PASSWORD_HASH)
        .from(PERSON)
        .where(PERSON.ID.eq(person.value()))
        .fetchOptional(PERSON.PASSWORD_HASH)
        .filter(hash -> !hash.isEmpty());
  }

  static String canonical(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }

  private void setHash(PersonId person, String hash) {
    dsl.update(PERSON).set(PERSON.PASSWORD_HASH, hash).where(PERSON.ID.eq(person.value())).execute();
  }

  private static Person person(Record row) {
    var creditors = row.get(PERSON.CREDITORS);
    return new Person(
        row.get(PERSON.ID),
        row.get(PERSON.LOGIN),
        row.get(PERSON.NAME),
        Role.of(row.get(PERSON.ROLE)),
        creditors == null ? null : Arrays.asList(creditors));
  }
}
