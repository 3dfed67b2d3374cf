package io.duly.identity;

import static io.duly.database.jooq.identity.Tables.SESSION;
import static org.jooq.impl.DSL.count;

import io.duly.kernel.PersonId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Who is signed in on which browser. What is ended here is over with the next page that the browser asks for, on every node. */
@Component
public class Sessions {
  private final DSLContext dsl;
  private final InstantSource clock;

  Sessions(DSLContext dsl, InstantSource clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /**
   * A session of a signed-in person.
   *
   * @param number by which it is ended; nobody can use the session by it
   * @param lastSeen to the minute
   * @param browser as it calls itself
   * @param here whether it is the one that asks
   */
  public record Open(UUID number, Instant since, Instant lastSeen, String address, Browser browser, boolean here) {}

  /**
   * The latest seen first.
   *
   * @param asking the id of the session that asks; may be of somebody else
   */
  public List<Open> of(PersonId person, String asking) {
    var here = Secret.hash(asking);
    return dsl.selectFrom(SESSION)
        .where(running(person))
        .orderBy(SESSION.LAST_SEEN_AT.desc(), SESSION.NUMBER)
        .fetch(row ->
            new Open(
                row.getNumber(),
                row.getSignedInAt().toInstant(),
                row.getLastSeenAt().toInstant(),
                row.getAddress(),
                Browser.named(row.getBrowser()),
                Arrays.equals(here, row.getIdHash())));
  }

  /** How many each person has; who has none is not in it. */
  public Map<UUID, Integer> counted() {
    return dsl.select(SESSION.PERSON_ID, count())
        .from(SESSION)
        .where(SESSION.PERSON_ID.isNotNull(), SESSION.ENDS_AT.gt(clock.instant().atOffset(ZoneOffset.UTC)))
        .groupBy(SESSION.PERSON_ID)
        .fetchMap(SESSION.PERSON_ID, count());
  }

  /** Whether there was one of that person. */
  public boolean end(PersonId person, UUID number) {
    return dsl.deleteFrom(SESSION).where(SESSION.PERSON_ID.eq(person.value()), SESSION.NUMBER.eq(number)).execute() == 1;
  }

  /** @return how many there were beside the one that asks */
  public int endOthers(PersonId person, String asking) {
    return dsl.deleteFrom(SESSION).where(SESSION.PERSON_ID.eq(person.value()), SESSION.ID_HASH.ne(Secret.hash(asking))).execute();
  }

  public int endAll(PersonId person) {
    return dsl.deleteFrom(SESSION).where(SESSION.PERSON_ID.eq(person.value())).execute();
  }

  /** Of those who have a role and no second factor. */
  void endWithoutSecondFactor(Role role) {
    dsl.execute(
        """
        delete from identity.session s using identity.person p
         where p.id = s.person_id and p.role = ?
           and not exists (select from identity.second_factor f where f.person_id = p.id and f.confirmed_at is not null)
        """,
        role.code());
  }

  private Condition running(PersonId person) {
    return SESSION.PERSON_ID.eq(person.value()).and(SESSION.ENDS_AT.gt(clock.instant().atOffset(ZoneOffset.UTC)));
  }
}
