package io.duly.identity;

import static io.duly.database.jooq.identity.Tables.COMPANY_LINK;
import static io.duly.database.jooq.identity.Tables.PERSON;

import io.duly.kernel.IdSource;
import io.duly.kernel.PersonId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets people in whom their company's sign-in has shown to be who they are. They must be here already: nobody gets in by
 * merely having an account there. The first time they are known by a claim, from then on by the subject alone.
 */
@Component
public class CompanySignIns {
  private static final String HOW = "company";
  private static final String NOBODY = "";
  private static final String EMAIL = "email";

  private final DSLContext dsl;
  private final CompanySettings company;
  private final People people;
  private final SignIns signIns;
  private final Administration administration;
  private final Changes changes;
  private final IdSource ids;
  private final InstantSource clock;

  CompanySignIns(DSLContext dsl, CompanySettings company, People people, SignIns signIns, Administration administration, Changes changes, IdSource ids, InstantSource clock) {
    this.dsl = dsl;
    this.company = company;
    this.people = people;
    this.signIns = signIns;
    this.administration = administration;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /** What came of an attempt. */
  public sealed interface Attempt {}

  /** @param bothSteps the company has asked for a second step already */
  public record Admitted(Person person, boolean bothSteps) implements Attempt {}

  /** Nobody here is meant, or they are shut out; which is not told. */
  public record Stranger() implements Attempt {}

  /** Too many failures from this address. */
  public record NotHeard(Duration until) implements Attempt {}

  /** @param claims of an ID token that has been verified */
  @Transactional
  public Attempt attempt(String subject, Map<String, Object> claims, String address) {
    var wait = signIns.wait(address);
    if (wait.isPresent()) {
      return new NotHeard(wait.get());
    }
    var given = given(claims);
    var person =
        Optional.of(given).filter(Given::letsIn).flatMap(_ -> known(subject, claims, address)).filter(found -> follows(found, given, address)).flatMap(found -> people.admitted(found.id()));
    signIns.record(person.map(Person::login).orElse(NOBODY), person.isPresent(), address, HOW);
    return person.<Attempt>map(found -> new Admitted(found, company.countsAsBothSteps(ways(claims), String.valueOf(claims.get("acr"))))).orElse(new Stranger());
  }

  private Optional<Person> known(String subject, Map<String, Object> claims, String address) {
    return linked(subject).or(() -> named(claims).filter(found -> link(found, subject, By.person(found, address)))).flatMap(found -> people.admitted(found.id()));
  }

  /**
   * What the company gives somebody.
   *
   * @param letsIn not where it gives roles, and them none
   * @param role empty where roles are given here
   */
  private record Given(boolean letsIn, Optional<Role> role) {}

  /** Only what was said here counts: a group that is called as a role of ours is, gives nothing by that. */
  private Given given(Map<String, Object> claims) {
    var role = company.roles().of(groups(claims.get(company.rolesClaim())));
    return company.givesRoles() ? new Given(role.isPresent(), role) : new Given(true, Optional.empty());
  }

  private static List<String> groups(@Nullable Object claim) {
    return claim instanceof Collection<?> all ? all.stream().map(String::valueOf).toList() : claim instanceof String one ? List.of(one) : List.of();
  }

  /** Whether they have the role that the company gives: what cannot be taken from the last administrator keeps them out this way, not by their password. */
  private boolean follows(Person person, Given given, String address) {
    return given.role().map(role -> administration.follow(person, role, By.company(company.name(), address))).orElse(true);
  }

  private static List<String> ways(Map<String, Object> claims) {
    return claims.get("amr") instanceof List<?> ways ? ways.stream().map(String::valueOf).toList() : List.of();
  }

  private Optional<Person> linked(String subject) {
    return dsl.select(PERSON.asterisk())
        .from(PERSON)
        .join(COMPANY_LINK)
        .on(COMPANY_LINK.PERSON_ID.eq(PERSON.ID))
        .where(COMPANY_LINK.ISSUER.eq(company.issuer()), COMPANY_LINK.SUBJECT.eq(subject), COMPANY_LINK.ENDED_AT.isNull())
        .fetchOptional(row -> People.person(row.into(PERSON)));
  }

  /** An address of e-mail that the company has not verified is what somebody typed. */
  private Optional<Person> named(Map<String, Object> claims) {
    return Optional.ofNullable(claims.get(company.claim()))
        .filter(_ -> !company.claim().equals(EMAIL) || Boolean.TRUE.equals(claims.get("email_verified")))
        .flatMap(value -> people.find(String.valueOf(value)))
        .flatMap(found -> people.admitted(found.id()));
  }

  /**
   * From now on the company means the person by that subject.
   *
   * @return whether it is so: not where it means somebody else by it, or them by another
   */
  @Transactional
  public boolean link(Person person, String subject, By by) {
    boolean done =
        dsl.insertInto(COMPANY_LINK)
                .set(COMPANY_LINK.ID, ids.next())
                .set(COMPANY_LINK.PERSON_ID, person.uuid())
                .set(COMPANY_LINK.ISSUER, company.issuer())
                .set(COMPANY_LINK.SUBJECT, subject)
                .set(COMPANY_LINK.MADE_AT, now())
                .set(COMPANY_LINK.MADE_BY, by.actor())
                .onConflictDoNothing()
                .execute()
            == 1;
    if (done) {
      changes.write(person.id(), by, "company-linked", company.issuer());
    }
    return done;
  }

  /** Whether there was a link. */
  @Transactional
  public boolean unlink(PersonId person, By by) {
    boolean was = dsl.update(COMPANY_LINK).set(COMPANY_LINK.ENDED_AT, now()).where(COMPANY_LINK.PERSON_ID.eq(person.value()), COMPANY_LINK.ENDED_AT.isNull()).execute() > 0;
    if (was) {
      changes.write(person, by, "company-unlinked", "");
    }
    return was;
  }

  /** By which subjects companies know the person. */
  public List<CompanyLink> links(PersonId person) {
    return dsl.selectFrom(COMPANY_LINK)
        .where(COMPANY_LINK.PERSON_ID.eq(person.value()), COMPANY_LINK.ENDED_AT.isNull())
        .orderBy(COMPANY_LINK.MADE_AT)
        .fetch(row -> new CompanyLink(row.getId(), row.getIssuer(), row.getSubject(), row.getMadeAt().toInstant(), row.getMadeBy()));
  }

  /** Whether there was that one of theirs. */
  @Transactional
  public boolean end(PersonId person, UUID link, By by) {
    var was = dsl.update(COMPANY_LINK)
        .set(COMPANY_LINK.ENDED_AT, now())
        .where(COMPANY_LINK.ID.eq(link), COMPANY_LINK.PERSON_ID.eq(person.value()), COMPANY_LINK.ENDED_AT.isNull())
        .returning(COMPANY_LINK.ISSUER)
        .fetchOptional(COMPANY_LINK.ISSUER);
    was.ifPresent(issuer -> changes.write(person, by, "company-unlinked", issuer));
    return was.isPresent();
  }

  /** Whether the person signs in by the company alone. */
  public boolean isTheOnlyWayOf(Person person) {
    return company.isOn()
        && company.only()
        && person.role() != Role.ADMINISTRATOR
        && dsl.fetchExists(COMPANY_LINK, COMPANY_LINK.PERSON_ID.eq(person.uuid()), COMPANY_LINK.ISSUER.eq(company.issuer()), COMPANY_LINK.ENDED_AT.isNull());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
