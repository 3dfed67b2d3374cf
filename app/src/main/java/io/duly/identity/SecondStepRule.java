package io.duly.identity;

import static io.duly.database.jooq.identity.Tables.SECOND_FACTOR_ROLE;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which roles need a second step of signing in: codes of an authenticator, or a passkey, which is both steps at once. */
@Component
public class SecondStepRule {
  /** Under which a session keeps that the person must set one up first. */
  public static final String LACKING = "duly.second-factor-lacking";

  private final DSLContext dsl;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final Sessions sessions;
  private final Changes changes;
  private final InstantSource clock;

  SecondStepRule(DSLContext dsl, SecondFactors factors, Passkeys passkeys, Sessions sessions, Changes changes, InstantSource clock) {
    this.dsl = dsl;
    this.factors = factors;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.changes = changes;
    this.clock = clock;
  }

  /** What a right password still lacks. */
  public enum Asked {
    NOTHING,
    /** A code; where there is a passkey too, that does it as well. */
    CODE,
    /** The person's role needs a second step, and the only one that they have is a passkey. */
    PASSKEY
  }

  public Set<Role> required() {
    return dsl.select(SECOND_FACTOR_ROLE.ROLE).from(SECOND_FACTOR_ROLE).fetch(SECOND_FACTOR_ROLE.ROLE).stream().map(Role::of).collect(Collectors.toUnmodifiableSet());
  }

  /** From now on a role needs it. Who has the role and no codes is signed out, and sets a second step up after signing in. */
  @Transactional
  public void require(Role role, By by) {
    int said = dsl.insertInto(SECOND_FACTOR_ROLE)
        .set(SECOND_FACTOR_ROLE.ROLE, role.code())
        .set(SECOND_FACTOR_ROLE.SINCE, clock.instant().atOffset(ZoneOffset.UTC))
        .set(SECOND_FACTOR_ROLE.SAID_BY, by.actor())
        .onConflictDoNothing()
        .execute();
    if (said == 1) {
      changes.writeOf(role, by, "second-step-required");
    }
    sessions.endWithoutSecondFactor(role);
  }

  @Transactional
  public void requireNoLonger(Role role, By by) {
    if (dsl.deleteFrom(SECOND_FACTOR_ROLE).where(SECOND_FACTOR_ROLE.ROLE.eq(role.code())).execute() == 1) {
      changes.writeOf(role, by, "second-step-not-required");
    }
  }

  /** From now on these roles need it, and no other; what stays as it was is not recorded, and signs nobody out. */
  @Transactional
  public void require(Set<Role> roles, By by) {
    var now = required();
    roles.stream().filter(role -> !now.contains(role)).sorted().forEach(role -> require(role, by));
    now.stream().filter(role -> !roles.contains(role)).sorted().forEach(role -> requireNoLonger(role, by));
  }

  public boolean isNeededBy(Person person) {
    return required().contains(person.role());
  }

  /** Whether the person must set one up before anything else. */
  public boolean isLacking(Person person) {
    return isNeededBy(person) && !factors.isOn(person.id()) && !passkeys.isAny(person.id());
  }

  /** Of who has shown a password. */
  public Asked after(Person person) {
    if (factors.isOn(person.id())) {
      return Asked.CODE;
    }
    return isNeededBy(person) && passkeys.isAny(person.id()) ? Asked.PASSKEY : Asked.NOTHING;
  }

  /** Whether the person would be without one, with that passkey gone. */
  public boolean needsThePasskey(Person person) {
    return isNeededBy(person) && !factors.isOn(person.id()) && passkeys.of(person.id()).stream().filter(one -> one.stopped().isEmpty()).count() == 1;
  }
}
