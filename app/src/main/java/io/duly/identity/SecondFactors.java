package io.duly.identity;

import static io.duly.database.jooq.identity.Tables.RECOVERY_CODE;
import static io.duly.database.jooq.identity.Tables.SECOND_FACTOR;
import static io.duly.database.jooq.identity.Tables.SECOND_FACTOR_ROLE;

import io.duly.kernel.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** Under which a session keeps that the person must set it up first. */
  public static final String LACKING = "duly.second-factor-lacking";

  private static final int RECOVERY_CODES = 10;
  private static final int SECRET_BYTES = 20;
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int RECOVERY_LENGTH = 12;

  private final DSLContext dsl;
  private final SealingKey key;
  private final Changes changes;
  private final Sessions sessions;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  SecondFactors(DSLContext dsl, SealingKey key, Changes changes, Sessions sessions, InstantSource clock) {
    this.dsl = dsl;
    this.key = key;
    this.changes = changes;
    this.sessions = sessions;
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
    return dsl.fetchCount(RECOVERY_CODE, RECOVERY_CODE.PERSON_ID.eq(person.value()), RECOVERY_CODE.USED_AT.isNull());
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
    return Optional.of(newRecoveryCodes(person.id()));
  }

  private List<String> newRecoveryCodes(PersonId person) {
    dsl.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.PERSON_ID.eq(person.value())).execute();
    var codes = Stream.generate(this::recoveryCode).distinct().limit(RECOVERY_CODES).toList();
    codes.forEach(code -> dsl.insertInto(RECOVERY_CODE).set(RECOVERY_CODE.PERSON_ID, person.value()).set(RECOVERY_CODE.CODE_HASH, Secret.hash(plain(code))).execute());
    return codes;
  }

  /** Sixty bits in three groups of four. */
  private String recoveryCode() {
    var text = new StringBuilder();
    for (int at = 0; at < RECOVERY_LENGTH; at++) {
      text.append(at > 0 && at % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
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
    boolean right = acceptsStep(person, row.get().getLastStep(), code) || acceptsRecovery(person, code);
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

  private boolean acceptsRecovery(PersonId person, String code) {
    return dsl.update(RECOVERY_CODE)
            .set(RECOVERY_CODE.USED_AT, now())
            .where(RECOVERY_CODE.PERSON_ID.eq(person.value()), RECOVERY_CODE.CODE_HASH.eq(Secret.hash(plain(code))), RECOVERY_CODE.USED_AT.isNull())
            .execute()
        == 1;
  }

  /** Off again, with its recovery codes: for who lost their authenticator, or wants another. Whether there was one. */
  @Transactional
  public boolean remove(PersonId person, By by) {
    dsl.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.PERSON_ID.eq(person.value())).execute();
    boolean was = dsl.deleteFrom(SECOND_FACTOR).where(of(person)).execute() == 1;
    if (was) {
      changes.write(person, by, "second-factor-off", "");
    }
    return was;
  }

  public Set<Role> required() {
    return dsl.select(SECOND_FACTOR_ROLE.ROLE).from(SECOND_FACTOR_ROLE).fetch(SECOND_FACTOR_ROLE.ROLE).stream().map(Role::of).collect(Collectors.toUnmodifiableSet());
  }

  /** From now on a role needs it. Who has the role and no second step is signed out, and sets it up after signing in. */
  @Transactional
  public void require(Role role, By by) {
    dsl.insertInto(SECOND_FACTOR_ROLE)
        .set(SECOND_FACTOR_ROLE.ROLE, role.code())
        .set(SECOND_FACTOR_ROLE.SINCE, now())
        .set(SECOND_FACTOR_ROLE.SAID_BY, by.actor())
        .onConflictDoNothing()
        .execute();
    sessions.endWithoutSecondFactor(role);
  }

  public void requireNoLonger(Role role) {
    dsl.deleteFrom(SECOND_FACTOR_ROLE).where(SECOND_FACTOR_ROLE.ROLE.eq(role.code())).execute();
  }

  /** Whether the person must set it up before anything else. */
  public boolean isLacking(Person person) {
    return required().contains(person.role()) && !isOn(person.id());
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

  private static String plain(String code) {
    return code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
  }

  private OffsetDateTime now() {
    return at(clock.instant());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
