package io.duly.cases;

import static io.duly.database.jooq.cases.Tables.CLAIM;

import io.duly.kernel.CaseId;
import io.duly.kernel.IdSource;
import io.duly.kernel.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Who is in which case. A claim locks nothing: it says to others that somebody is about to speak with the debtor. It ends by
 * itself, so that nobody has to be found who forgot it.
 */
@Component
public final class Claims {
  /** How long a claim lasts from when its person last opened the case. */
  public static final Duration LASTS = Duration.ofMinutes(30);

  /** How long it lasts from when its page was left: the call is the next page as a rule, and claims it again. */
  public static final Duration LEFT = Duration.ofMinutes(2);

  private final CaseJournal cases;
  private final IdSource ids;

  Claims(CaseJournal cases, IdSource ids) {
    this.cases = cases;
    this.ids = ids;
  }

  /** Who is in the case at an instant. */
  public Optional<Claim> live(DSLContext tx, CaseId id, Instant at) {
    return tx.selectFrom(CLAIM).where(CLAIM.CASE_ID.eq(id.value()).and(liveAt(at))).fetchOptional(Claims::claim);
  }

  /**
   * The person is in the case from now on, or still, and in no other any more. Of two who come at once the database lets one in.
   *
   * @return whose claim it is: that of another where somebody is in it already
   * @throws CannotRecord where the case is unknown or closed
   */
  public Claim claim(DSLContext tx, CaseId id, PersonId person, Recorded by) {
    var head = cases.open(tx, id);
    var now = by.recordedAt();
    end(tx, CLAIM.PERSON_ID.eq(person.value()).and(CLAIM.CASE_ID.ne(id.value())), by);
    int made =
        tx.insertInto(CLAIM)
            .set(CLAIM.ID, ids.next())
            .set(CLAIM.CREDITOR_ID, head.creditor().value())
            .set(CLAIM.CASE_ID, id.value())
            .set(CLAIM.PERSON_ID, person.value())
            .set(CLAIM.CLAIMED_BY, by.actor())
            .set(CLAIM.SINCE, Words.at(now))
            .set(CLAIM.UNTIL, Words.at(now.plus(LASTS)))
            .onConflictDoNothing()
            .execute();
    if (made == 0) {
      tx.update(CLAIM)
          .set(CLAIM.UNTIL, DSL.greatest(CLAIM.UNTIL, DSL.val(Words.at(now.plus(LASTS)))))
          .where(CLAIM.CASE_ID.eq(id.value()), CLAIM.PERSON_ID.eq(person.value()), liveAt(now))
          .execute();
    }
    return live(tx, id, now)
        .orElseThrow(() -> new CannotRecord("Somebody else came into the case at the same moment; open it again."));
  }

  /** The person is not in the case any more; nothing where they were not. */
  public void release(DSLContext tx, CaseId id, PersonId person, Recorded by) {
    end(tx, CLAIM.CASE_ID.eq(id.value()).and(CLAIM.PERSON_ID.eq(person.value())), by);
  }

  /** The person has left its page: the claim ends soon, unless they open another page of the case. */
  public void leave(DSLContext tx, CaseId id, PersonId person, Recorded by) {
    var soon = Words.at(by.recordedAt().plus(LEFT));
    tx.update(CLAIM)
        .set(CLAIM.UNTIL, soon)
        .where(CLAIM.CASE_ID.eq(id.value()), CLAIM.PERSON_ID.eq(person.value()), CLAIM.UNTIL.gt(soon), liveAt(by.recordedAt()))
        .execute();
  }

  /**
   * Takes a case over from whoever is in it.
   *
   * @throws CannotRecord where nobody else is in it, or no reason is given
   */
  public Claim takeOver(DSLContext tx, CaseId id, PersonId person, String why, Recorded by) {
    if (why.isBlank()) {
      throw new CannotRecord("Say in a few words why you take it over: the journal keeps them.");
    }
    var head = cases.open(tx, id);
    var other =
        live(tx, id, by.recordedAt())
            .filter(claim -> !claim.person().equals(person))
            .orElseThrow(() -> new CannotRecord("Nobody else is in case " + head.number() + " any more."));
    end(tx, CLAIM.CASE_ID.eq(id.value()), by);
    var facts = Map.of("from", other.by(), "why", why.strip());
    cases.write(tx, List.of(head), "case-taken-over", "Taken over from " + name(other.by()) + ": " + why.strip(), facts, by);
    return claim(tx, id, person, by);
  }

  private static String name(String actor) {
    return actor.substring(actor.indexOf(':') + 1);
  }

  private static void end(DSLContext tx, Condition which, Recorded by) {
    tx.update(CLAIM)
        .set(CLAIM.RELEASED_AT, Words.at(by.recordedAt()))
        .where(which.and(liveAt(by.recordedAt())))
        .execute();
  }

  private static Condition liveAt(Instant at) {
    return CLAIM.RELEASED_AT.isNull().and(CLAIM.SINCE.le(Words.at(at))).and(CLAIM.UNTIL.gt(Words.at(at)));
  }

  private static Claim claim(Record row) {
    return new Claim(
        new PersonId(row.get(CLAIM.PERSON_ID)),
        row.get(CLAIM.CLAIMED_BY),
        row.get(CLAIM.SINCE).toInstant(),
        row.get(CLAIM.UNTIL).toInstant());
  }
}
