package io.duly.identity;

import static io.duly.database.jooq.identity.Tables.CHANGE;

import io.duly.kernel.IdSource;
import io.duly.kernel.PersonId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The record of what was done to people's right to sign in; it only grows. */
@Component
public class Changes {
  private static final int DETAIL_LIMIT = 500;

  private final DSLContext dsl;
  private final IdSource ids;
  private final InstantSource clock;

  Changes(DSLContext dsl, IdSource ids, InstantSource clock) {
    this.dsl = dsl;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Something that was done.
   *
   * @param what a code such as {@code link-made}
   * @param detail as it is after the change; may be empty
   */
  public record Change(Instant at, By by, String what, String detail) {}

  public void write(PersonId person, By by, String what, String detail) {
    insert(person.value(), by, what, detail);
  }

  /** Of a rule that is about a role and nobody in particular. */
  void writeOf(Role role, By by, String what) {
    insert(null, by, what, role.code());
  }

  private void insert(@Nullable UUID person, By by, String what, String detail) {
    dsl.insertInto(CHANGE)
        .set(CHANGE.ID, ids.next())
        .set(CHANGE.PERSON_ID, person)
        .set(CHANGE.AT, clock.instant().atOffset(ZoneOffset.UTC))
        .set(CHANGE.BY, by.actor())
        .set(CHANGE.ADDRESS, by.address())
        .set(CHANGE.WHAT, what)
        .set(CHANGE.DETAIL, detail.substring(0, Math.min(detail.length(), DETAIL_LIMIT)))
        .execute();
  }

  /** The latest first. */
  public List<Change> of(PersonId person, int limit) {
    return read(CHANGE.PERSON_ID.eq(person.value()), limit);
  }

  /** Of the rules about roles, the latest first. */
  public List<Change> ofRules(int limit) {
    return read(CHANGE.PERSON_ID.isNull(), limit);
  }

  private List<Change> read(Condition which, int limit) {
    return dsl.selectFrom(CHANGE)
        .where(which)
        .orderBy(CHANGE.AT.desc(), CHANGE.ID.desc())
        .limit(limit)
        .fetch(row -> new Change(row.getAt().toInstant(), new By(row.getBy(), row.getAddress()), row.getWhat(), row.getDetail()));
  }
}
