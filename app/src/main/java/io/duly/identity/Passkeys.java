package io.duly.identity;

import static io.duly.database.jooq.identity.Tables.PASSKEY;

import io.duly.database.jooq.identity.tables.records.PasskeyRecord;
import io.duly.kernel.IdSource;
import io.duly.kernel.PersonId;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of people: made, named and removed by themselves, taken away by an administrator. */
@Component
public class Passkeys {
  /** The most that a person can have. */
  public static final int MOST = 20;

  /** Of a name, in characters. */
  public static final int NAME_LIMIT = 100;

  private final DSLContext dsl;
  private final IdSource ids;
  private final People people;
  private final Changes changes;
  private final Authenticators authenticators;
  private final InstantSource clock;

  Passkeys(DSLContext dsl, IdSource ids, People people, Changes changes, Authenticators authenticators, InstantSource clock) {
    this.dsl = dsl;
    this.ids = ids;
    this.people = people;
    this.changes = changes;
    this.authenticators = authenticators;
    this.clock = clock;
  }

  /** Why there is no new one. */
  public enum Refusal {
    /** No name, or a longer one than {@link #NAME_LIMIT}. */
    NAME,
    /** There are {@link #MOST} already. */
    TOO_MANY,
    /** Asked too long ago, made for another site, known already, or made without looking who it was. */
    NOT_GOOD
  }

  /** Those that are not removed, the oldest first. */
  public List<Passkey> of(PersonId person) {
    return dsl.selectFrom(PASSKEY).where(kept(person)).orderBy(PASSKEY.MADE_AT, PASSKEY.ID).fetch(Passkeys::passkey);
  }

  /** Whether the person can sign in with one. */
  public boolean isAny(PersonId person) {
    return dsl.fetchExists(PASSKEY, kept(person), PASSKEY.STOPPED_AT.isNull());
  }

  /** Everybody who can sign in with one. */
  public Set<UUID> all() {
    return dsl.selectDistinct(PASSKEY.PERSON_ID).from(PASSKEY).where(PASSKEY.REMOVED_AT.isNull(), PASSKEY.STOPPED_AT.isNull()).fetchSet(PASSKEY.PERSON_ID);
  }

  /** What a browser is to ask an authenticator for. */
  public PasskeyWish.ToMake wish(Person person, PasskeyChallenge challenge, RelyingParty.Site site) {
    var there = dsl.selectFrom(PASSKEY).where(kept(person.id())).fetch(row -> new PasskeyWish.Credential(text(row.getCredentialId()), List.of(row.getTransports())));
    return PasskeyWish.ToMake.of(person, text(handle(person.uuid())), challenge, site, there);
  }

  /**
   * Takes a new passkey in.
   *
   * @param answer of the authenticator, as browsers write it in JSON
   * @return why not; empty where it was
   */
  @Transactional
  public Optional<Refusal> add(Person person, String name, String answer, PasskeyChallenge challenge, RelyingParty.Site site, By by) {
    people.lock(person.id());
    var called = name.strip();
    if (called.isEmpty() || called.length() > NAME_LIMIT) {
      return Optional.of(Refusal.NAME);
    }
    if (of(person.id()).size() >= MOST) {
      return Optional.of(Refusal.TOO_MANY);
    }
    var made = Optional.of(challenge).filter(one -> one.isGoodAt(clock.instant())).flatMap(one -> authenticators.made(answer, one, site));
    if (made.isEmpty() || !isNew(person, called, made.get())) {
      return Optional.of(Refusal.NOT_GOOD);
    }
    changes.write(person.id(), by, "passkey-made", called);
    return Optional.empty();
  }

  private boolean isNew(Person person, String name, Authenticators.Made made) {
    var row = dsl.newRecord(PASSKEY);
    row.setId(ids.next());
    row.setPersonId(person.uuid());
    row.setCredentialId(made.credentialId());
    row.setCredential(made.credential());
    row.setName(name);
    row.setTransports(made.transports().toArray(String[]::new));
    row.setBackupEligible(made.backupEligible());
    row.setBackedUp(made.backedUp());
    row.setCounter(made.counter());
    row.setMadeAt(now());
    return dsl.insertInto(PASSKEY).set(row).onConflictDoNothing().execute() == 1;
  }

  /** Whether the person has it; a name that is none is not taken. */
  @Transactional
  public boolean rename(Person person, UUID id, String name, By by) {
    var called = name.strip();
    if (called.isEmpty() || called.length() > NAME_LIMIT) {
      return false;
    }
    boolean was = dsl.update(PASSKEY).set(PASSKEY.NAME, called).where(kept(person.id()), PASSKEY.ID.eq(id)).execute() == 1;
    if (was) {
      changes.write(person.id(), by, "passkey-named", called);
    }
    return was;
  }

  /** Whether the person had it. */
  @Transactional
  public boolean remove(PersonId person, UUID id, By by) {
    return removed(person, PASSKEY.ID.eq(id), by) == 1;
  }

  /** @return how many there were */
  @Transactional
  public int removeAll(PersonId person, By by) {
    return removed(person, PASSKEY.ID.isNotNull(), by);
  }

  private int removed(PersonId person, Condition which, By by) {
    var names = dsl.update(PASSKEY).set(PASSKEY.REMOVED_AT, now()).where(kept(person), which).returning(PASSKEY.NAME).fetch(PASSKEY.NAME);
    names.forEach(name -> changes.write(person, by, "passkey-removed", name));
    return names.size();
  }

  /** What an authenticator keeps of whom it belongs to: nothing that tells who it is (WebAuthn, section 14.6.1). */
  static byte[] handle(UUID person) {
    return ByteBuffer.allocate(16).putLong(person.getMostSignificantBits()).putLong(person.getLeastSignificantBits()).array();
  }

  private static Condition kept(PersonId person) {
    return PASSKEY.PERSON_ID.eq(person.value()).and(PASSKEY.REMOVED_AT.isNull());
  }

  private static Passkey passkey(PasskeyRecord row) {
    return new Passkey(
        row.getId(),
        row.getName(),
        row.getMadeAt().toInstant(),
        Optional.ofNullable(row.getLastUsedAt()).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getStoppedAt()).map(OffsetDateTime::toInstant));
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
