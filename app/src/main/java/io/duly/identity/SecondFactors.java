package io.duly.identity;

import static io.duly.database.jooq.identity.Tables.SECOND_FACTOR;

import io.duly.kernel.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second step of signing in: a code of the person's authenticator, or one of ten recovery codes. No code is accepted
 * twice; after five wrong ones the step is closed for a quarter of an hour.
 */
@Component
public class SecondFactors {
  /** Wrong codes after which no more is looked at. */
  public static final int ALLOWED_FAILURES = 5;

  /** For how long. */
  public static final Duration LOCK = Duration.ofMinutes(15);

  private static final int SECRET_BYTES = 20;

  private final DSLContext dsl;
  private final SealingKey key;
  private final Changes changes;
  private final RecoveryCodes recovery;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  SecondFactors(DSLContext dsl, SealingKey key, Changes changes, RecoveryCodes recovery, InstantSource clock) {
    this.dsl = dsl;
    this.key = key;
    this.changes = changes;
    this.recovery = recovery;
    this.clock = clock;
  }

  /**
   * What an authenticator is told.
   *
   * @param secret in Base32, in groups of four
   * @param address of the scheme {@code otpauth}
   */
  public record Enrolment(String secret, String address) {}

  /** What came of a code. */
  public enum Answer {
    RIGHT,
    WRONG,
    /** Too many were wrong; it was not looked at. */
    CLOSED
  }

  public boolean isOn(PersonId person) {
    return dsl.fetchExists(SECOND_FACTOR, of(person), SECOND_FACTOR.CONFIRMED_AT.isNotNull());
  }

  public Set<UUID> all() {
    return dsl.select(SECOND_FACTOR.PERSON_ID).from(SECOND_FACTOR).where(SECOND_FACTOR.CONFIRMED_AT.isNotNull()).fetchSet(SECOND_FACTOR.PERSON_ID);
  }

  /** How many recovery codes are left. */
  public int recoveryCodesLeft(PersonId person) {
    return recovery.left(person);
  }

  /** A new secret, unless one is on already; asked of nobody until it is confirmed. */
  @Transactional
  public void begin(Person person) {
    var secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    var sealed = key.seal(secret, about(person.id()));
    dsl.insertInto(SECOND_FACTOR)
        .set(SECOND_FACTOR.PERSON_ID, person.uuid())
        .set(SECOND_FACTOR.SECRET, sealed)
        .set(SECOND_FACTOR.MADE_AT, now())
        .onConflict(SECOND_FACTOR.PERSON_ID)
        .doUpdate()
        .set(SECOND_FACTOR.SECRET, sealed)
        .set(SECOND_FACTOR.MADE_AT, now())
        .where(SECOND_FACTOR.CONFIRMED_AT.isNull())
        .execute();
  }

  /** What waits to be confirmed. */
  public Optional<Enrolment> enrolment(Person person) {
    return secret(person.id(), SECOND_FACTOR.CONFIRMED_AT.isNull()).map(secret -> {
      var text = Base32.of(secret);
      var address = "otpauth://totp/Duly:" + person.login().replaceAll("[^a-z0-9._@-]", "-") + "?secret=" + text + "&issuer=Duly";
      return new Enrolment(text.replaceAll("(.{4})(?=.)", "$1 "), address);
    });
  }

  /**
   * Turns the second step on, where the code shows that the authenticator knows the secret.
   *
   * @return the recovery codes, which cannot be shown again; empty where the code is wrong
   */
  @Transactional
  public Optional<List<String>> confirm(Person person, String code, By by) {
    var step = secret(person.id(), SECOND_FACTOR.CONFIRMED_AT.isNull()).map(secret -> OneTimeCodes.step(secret, digits(code), clock.instant()));
    if (step.isEmpty() || step.get().isEmpty()) {
      return Optional.empty();
    }
    dsl.update(SECOND_FACTOR).set(SECOND_FACTOR.CONFIRMED_AT, now()).set(SECOND_FACTOR.LAST_STEP, step.get().getAsLong()).where(of(person.id())).execute();
    changes.write(person.id(), by, "second-factor-on", "");
    return Optional.of(recovery.anew(person.id()));
  }

  /**
   * New recovery codes for who has the second step on; those before are good no longer.
   *
   * @return empty where it is off
   */
  @Transactional
  public Optional<List<String>> newRecoveryCodes(Person person, By by) {
    if (!isOn(person.id())) {
      return Optional.empty();
    }
    changes.write(person.id(), by, "recovery-codes-made", "");
    return Optional.of(recovery.anew(person.id()));
  }

  /** Looks at a code of the authenticator or a recovery code; whichever is right is used up. */
  @Transactional
  public Answer answer(PersonId person, String code) {
    var row = dsl.selectFrom(SECOND_FACTOR).where(of(person), SECOND_FACTOR.CONFIRMED_AT.isNotNull()).forUpdate().fetchOptional();
    if (row.isEmpty()) {
      return Answer.WRONG;
    }
    int failures = row.get().getLastFailureAt() == null || row.get().getLastFailureAt().isBefore(now().minus(LOCK)) ? 0 : row.get().getFailures();
    if (failures >= ALLOWED_FAILURES) {
      return Answer.CLOSED;
    }
    boolean right = acceptsStep(person, row.get().getLastStep(), code) || recovery.accepts(person, code);
    dsl.update(SECOND_FACTOR)
        .set(SECOND_FACTOR.FAILURES, right ? 0 : failures + 1)
        .set(SECOND_FACTOR.LAST_FAILURE_AT, right ? null : now())
        .where(of(person))
        .execute();
    return right ? Answer.RIGHT : Answer.WRONG;
  }

  private boolean acceptsStep(PersonId person, long lastStep, String code) {
    var step =
        secret(person, SECOND_FACTOR.CONFIRMED_AT.isNotNull())
            .map(secret -> OneTimeCodes.step(secret, digits(code), clock.instant()))
            .filter(found -> found.isPresent() && found.getAsLong() > lastStep);
    step.ifPresent(found -> dsl.update(SECOND_FACTOR).set(SECOND_FACTOR.LAST_STEP, found.getAsLong()).where(of(person)).execute());
    return step.isPresent();
  }

  /** Off again, with its recovery codes: for who lost their authenticator, or wants another. Whether there was one. */
  @Transactional
  public boolean remove(PersonId person, By by) {
    recovery.remove(person);
    boolean was = dsl.deleteFrom(SECOND_FACTOR).where(of(person)).execute() == 1;
    if (was) {
      changes.write(person, by, "second-factor-off", "");
    }
    return was;
  }

  private Optional<byte[]> secret(PersonId person, Condition which) {
    return dsl.select(SECOND_FACTOR.SECRET)
        .from(SECOND_FACTOR)
        .where(of(person), which)
        .fetchOptional(SECOND_FACTOR.SECRET)
        .map(sealed -> key.open(sealed, about(person)).orElseThrow(() -> new IllegalStateException("A second factor was sealed with another key than DULY_SEAL or secrets/seal of the home holds now")));
  }

  private static Condition of(PersonId person) {
    return SECOND_FACTOR.PERSON_ID.eq(person.value());
  }

  private static byte[] about(PersonId person) {
    return person.value().toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static String digits(String code) {
    return code.replaceAll("\\s", "");
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
