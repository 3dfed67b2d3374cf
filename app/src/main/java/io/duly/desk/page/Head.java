package io.duly.desk.page;

import io.duly.identity.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * What the head of every page asks the database, in one question.
 *
 * @param today the desk's business date, see {@link BusinessDay}
 * @param replies how many wait for somebody: until they are read their debtors are left alone
 * @param tasks that were given to the person and are due, counted up to a hundred
 * @param paused something of what the person sees is
 * @param callsLeft the note of some call is not finished, see {@link OpenCalls}
 * @param approvals what waits for the person's yes or no, and answers to what they proposed that they have not read
 */
record Head(LocalDate today, int replies, int tasks, boolean paused, boolean callsLeft, int approvals) {
  private static final String ASKED =
      """
      with today as (select coalesce((select max(day) from cycle.day), ?::date) as day)
      select day,
             (select count(*)::int from correspondence.reply where state in ('waiting', 'unmatched') and (?::uuid[] is null or creditor_id = any (?::uuid[]))) as replies,
             (select count(*)::int from (select from cases.task where assigned_to = ? and done_on is null and due_on <= day limit 100) due) as tasks,
             exists (%s) as paused,
             exists (%s) as calls,
             (%s) as approvals
        from today
      """
          .formatted(PauseBand.ANY, OpenCalls.ANY, ForASecondPerson.COUNT);

  static Head of(DSLContext dsl, Person person, Clock clock) {
    var scope = person.scope();
    @Nullable Object ids = scope == null ? null : scope.toArray(UUID[]::new);
    return dsl.fetchSingle(
            ASKED, LocalDate.now(clock), ids, ids, person.uuid(), ids, ids, person.uuid(), person.role().mayApprove(), OpenCalls.othersSince(clock), ids, ids,
            person.role().mayApprove(), person.role().mayTakeOver(), person.role().mayChange(), person.role().mayAdminister(), clock.instant().atOffset(ZoneOffset.UTC), person.uuid(), ids)
        .map(Head::read);
  }

  private static Head read(Record row) {
    return new Head(
        row.get("day", LocalDate.class), row.get("replies", Integer.class), row.get("tasks", Integer.class), row.get("paused", Boolean.class), row.get("calls", Boolean.class), row.get("approvals", Integer.class));
  }

  /** At the door, where nobody is known and only the date is shown. */
  static Head atTheDoor(BusinessDay day) {
    return new Head(day.today(), 0, 0, false, false, 0);
  }
}
