package io.duly.cases;

import static io.duly.database.jooq.cases.Tables.DISPUTE;
import static io.duly.database.jooq.cases.Tables.REASON;
import static io.duly.database.jooq.cases.Tables.RECOVERY_CASE;
import static io.duly.database.jooq.cases.Tables.TASK;
import static io.duly.database.jooq.cases.Tables.TASK_PUT_OFF;
import static io.duly.database.jooq.ledger.Tables.INVOICE;

import io.duly.database.jooq.cases.tables.records.TaskRecord;
import io.duly.kernel.CaseId;
import io.duly.kernel.IdSource;
import io.duly.kernel.PersonId;
import io.duly.kernel.TaskId;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Work for people. A case has at most one task of a kind at a time. */
@Component
public final class Tasks {
  /** How a task begins that asks to read what the debtor wrote; it ends with the hold that waits for that. */
  public static final String READ_A_REPLY = "read the reply";

  private static final String WAITS_TO_BE_READ =
      "select from cases.hold h join cases.recovery_case c on c.debtor_id = h.debtor_id where c.id = ? and h.kind = 'reply' and h.lifted_on is null limit 1";

  private final CaseJournal cases;
  private final IdSource ids;

  Tasks(CaseJournal cases, IdSource ids) {
    this.cases = cases;
    this.ids = ids;
  }

  /**
   * Asks a person to do something. Where such a task is open already that one stays, due on the earlier day, or at the time
   * that was agreed.
   *
   * @throws CannotRecord where the case is unknown or closed
   */
  public TaskId open(DSLContext tx, CaseId id, TaskKind kind, String why, LocalDate dueOn, Recorded by) {
    var head = cases.open(tx, id);
    var made = ids.next();
    var kept =
        tx.insertInto(TASK)
            .set(TASK.ID, made)
            .set(TASK.CREDITOR_ID, head.creditor().value())
            .set(TASK.CASE_ID, id.value())
            .set(TASK.KIND, Words.of(kind))
            .set(TASK.WHY, why)
            .set(TASK.CREATED_ON, by.on())
            .set(TASK.DUE_ON, dueOn)
            .onConflict(TASK.CASE_ID, TASK.KIND)
            .where(TASK.DONE_ON.isNull())
            .doUpdate()
            .set(TASK.DUE_ON, DSL.when(TASK.DUE_AT.isNotNull(), TASK.DUE_ON).otherwise(DSL.least(TASK.DUE_ON, DSL.excluded(TASK.DUE_ON))))
            .returningResult(TASK.ID)
            .fetchSingle()
            .value1();
    wake(tx, id);
    var facts = Map.of("task", kept.toString(), "kind", Words.of(kind), "dueOn", dueOn.toString(), "why", why);
    var word = kept.equals(made) ? "Task" : "Task again";
    cases.write(tx, List.of(head), "task-opened", word + " (" + words(kind) + "), due " + dueOn + ": " + why, facts, by);
    return new TaskId(kept);
  }

  /**
   * Asks a person to do something at a time of day, such as a call-back that was agreed. Where such a task is open
   * already it moves to this time and takes these words: what was agreed with the debtor counts.
   *
   * @param at the time in the debtor's zone, still to come
   * @throws CannotRecord where the case is unknown or closed, or the time has passed
   */
  public TaskId openAt(DSLContext tx, CaseId id, TaskKind kind, String why, ZonedDateTime at, Recorded by) {
    if (!at.toInstant().isAfter(by.occurredAt())) {
      throw new CannotRecord("The time has passed already: " + Task.words(at) + ". Name one that is still to come.");
    }
    var head = cases.open(tx, id);
    var made = ids.next();
    var dueOn = dayOf(at);
    var kept =
        tx.insertInto(TASK)
            .set(TASK.ID, made)
            .set(TASK.CREDITOR_ID, head.creditor().value())
            .set(TASK.CASE_ID, id.value())
            .set(TASK.KIND, Words.of(kind))
            .set(TASK.WHY, why)
            .set(TASK.CREATED_ON, by.on())
            .set(TASK.DUE_ON, dueOn)
            .set(TASK.DUE_AT, at.toOffsetDateTime())
            .set(TASK.DUE_ZONE, at.getZone().getId())
            .onConflict(TASK.CASE_ID, TASK.KIND)
            .where(TASK.DONE_ON.isNull())
            .doUpdate()
            .set(TASK.WHY, DSL.excluded(TASK.WHY))
            .set(TASK.DUE_ON, DSL.excluded(TASK.DUE_ON))
            .set(TASK.DUE_AT, DSL.excluded(TASK.DUE_AT))
            .set(TASK.DUE_ZONE, DSL.excluded(TASK.DUE_ZONE))
            .returningResult(TASK.ID)
            .fetchSingle()
            .value1();
    wake(tx, id);
    var facts =
        Map.of(
            "task", kept.toString(), "kind", Words.of(kind), "dueOn", dueOn.toString(), "dueAt", at.toInstant().toString(),
            "zone", at.getZone().getId(), "why", why);
    var word = kept.equals(made) ? "Task" : "Task moved";
    cases.write(tx, List.of(head), "task-opened", word + " (" + words(kind) + "), due " + Task.words(at) + ": " + why, facts, by);
    return new TaskId(kept);
  }

  /** The debtor's day, or that by UTC where it is earlier: on nobody's list a day late. */
  private static LocalDate dayOf(ZonedDateTime at) {
    var there = at.toLocalDate();
    var byUtc = at.withZoneSameInstant(ZoneOffset.UTC).toLocalDate();
    return byUtc.isBefore(there) ? byUtc : there;
  }

  /**
   * Ends a task.
   *
   * @param outcome what came of it, in words
   * @throws CannotRecord where the task is unknown, was done before, or ends with something else
   */
  public void done(DSLContext tx, TaskId id, String outcome, Recorded by) {
    var task = openTask(tx, id);
    if (task.getWhy().startsWith(READ_A_REPLY) && tx.fetchOptional(WAITS_TO_BE_READ, task.getCaseId()).isPresent()) {
      throw new CannotRecord("A reply waits to be read; the task ends when somebody has said what it says (./duly reply settle).");
    }
    tx.update(TASK)
        .set(TASK.DONE_ON, by.on())
        .set(TASK.DONE_BY, by.actor())
        .set(TASK.OUTCOME, outcome)
        .where(TASK.ID.eq(id.value()))
        .execute();
    var caseId = new CaseId(task.getCaseId());
    wake(tx, caseId);
    var facts = Map.of("task", id.toString(), "kind", task.getKind(), "outcome", outcome);
    var summary = "Task done (" + task.getKind().replace('_', ' ') + "): " + outcome;
    cases.write(tx, List.of(cases.head(tx, caseId)), "task-done", summary, facts, by);
  }

  /**
   * Gives a task to somebody, or to nobody; that they see the case's creditor is for the caller to know.
   *
   * @throws CannotRecord where the task is unknown or done
   */
  public void give(DSLContext tx, TaskId id, Optional<Owners.Owner> to, Recorded by) {
    var task = openTask(tx, id);
    tx.update(TASK)
        .set(TASK.ASSIGNED_TO, to.map(owner -> owner.person().value()).orElse(null))
        .where(TASK.ID.eq(id.value()))
        .execute();
    var login = to.map(Owners.Owner::login).orElse("nobody");
    var facts = Map.of("task", id.toString(), "kind", task.getKind(), "to", login);
    var about = List.of(cases.head(tx, new CaseId(task.getCaseId())));
    cases.write(tx, about, "task-reassigned", "Task (" + task.getKind().replace('_', ' ') + ") given to " + login, facts, by);
  }

  /**
   * Gives a task to somebody of whom only the id is known.
   *
   * @throws CannotRecord where the task is unknown or done
   */
  public void reassign(DSLContext tx, TaskId id, PersonId to, Recorded by) {
    var task = openTask(tx, id);
    tx.update(TASK).set(TASK.ASSIGNED_TO, to.value()).where(TASK.ID.eq(id.value())).execute();
    var facts = Map.of("task", id.toString(), "kind", task.getKind(), "to", to.toString());
    var about = List.of(cases.head(tx, new CaseId(task.getCaseId())));
    cases.write(tx, about, "task-reassigned", "Task (" + task.getKind().replace('_', ' ') + ") given to another", facts, by);
  }

  /**
   * Puts a task off to a later day, with the reason; a time of day that was agreed goes with the day.
   *
   * @param until after today, within a year (P33: nothing is out of sight for ever)
   * @throws CannotRecord where the task is unknown or done, the day is none of those, or no reason is given
   */
  public void putOff(DSLContext tx, TaskId id, LocalDate until, String why, Recorded by) {
    requirePuttingOff(until, why, by);
    var task = openTask(tx, id);
    tx.insertInto(TASK_PUT_OFF)
        .set(TASK_PUT_OFF.ID, ids.next())
        .set(TASK_PUT_OFF.CREDITOR_ID, task.getCreditorId())
        .set(TASK_PUT_OFF.TASK_ID, id.value())
        .set(TASK_PUT_OFF.DUE_BEFORE, task.getDueOn())
        .set(TASK_PUT_OFF.UNTIL, until)
        .set(TASK_PUT_OFF.WHY, why.strip())
        .set(TASK_PUT_OFF.PUT_OFF_BY, by.actor())
        .set(TASK_PUT_OFF.PUT_OFF_ON, by.on())
        .set(TASK_PUT_OFF.RECORDED_AT, Words.at(by.recordedAt()))
        .execute();
    tx.update(TASK)
        .set(TASK.DUE_ON, until)
        .setNull(TASK.DUE_AT)
        .setNull(TASK.DUE_ZONE)
        .where(TASK.ID.eq(id.value()))
        .execute();
    var caseId = new CaseId(task.getCaseId());
    wake(tx, caseId);
    var facts = Map.of("task", id.toString(), "kind", task.getKind(), "until", until.toString(), "why", why.strip());
    var summary = "Task (" + task.getKind().replace('_', ' ') + ") put off to " + until + ": " + why.strip();
    cases.write(tx, List.of(cases.head(tx, caseId)), "task-put-off", summary, facts, by);
  }

  static void requirePuttingOff(LocalDate until, String why, Recorded by) {
    if (why.isBlank()) {
      throw new CannotRecord("Say why it is put off: the journal keeps it.");
    }
    if (!until.isAfter(by.on()) || until.isAfter(by.on().plusYears(1))) {
      throw new CannotRecord("Put it off to a day after " + by.on() + ", within a year.");
    }
  }

  /** What is to be done by the end of a day in any case, the soonest first. */
  public List<Task> due(DSLContext tx, LocalDate day) {
    return tx.selectFrom(TASK)
        .where(TASK.DONE_ON.isNull())
        .and(TASK.DUE_ON.le(day))
        .orderBy(TASK.DUE_ON, TASK.ID)
        .fetch(Tasks::task);
  }

  /** What is to be done for a case, the soonest first. */
  public List<Task> openOf(DSLContext tx, CaseId id) {
    return tx.selectFrom(TASK)
        .where(TASK.CASE_ID.eq(id.value()))
        .and(TASK.DONE_ON.isNull())
        .orderBy(TASK.DUE_ON, TASK.ID)
        .fetch(Tasks::task);
  }

  /** Ends the task to verify once every reason is checked and every dispute answered. */
  void verified(DSLContext tx, CaseHead head, String outcome, Recorded by) {
    var ofCase = DISPUTE.DEBTOR_ID.eq(head.debtor().value()).and(INVOICE.CURRENCY.eq(head.currency().getCurrencyCode()));
    var answerOwed =
        tx.fetchExists(
            DSL.selectOne()
                .from(DISPUTE)
                .join(INVOICE)
                .on(INVOICE.ID.eq(DISPUTE.INVOICE_ID))
                .where(ofCase)
                .and(DISPUTE.CLOSED_ON.isNull()));
    if (!answerOwed && !tx.fetchExists(REASON, REASON.CASE_ID.eq(head.id().value()).and(REASON.OUTCOME.isNull()))) {
      openOf(tx, head.id()).stream()
          .filter(task -> task.kind() == TaskKind.VERIFY)
          .forEach(task -> done(tx, task.id(), outcome, by));
    }
  }

  /** The next run decides the case again; waits for a run that is deciding it. */
  public static void wake(DSLContext tx, CaseId id) {
    tx.update(RECOVERY_CASE)
        .set(RECOVERY_CASE.TOUCHED, true)
        .where(RECOVERY_CASE.ID.eq(id.value()))
        .and(RECOVERY_CASE.STAGE.ne("closed"))
        .execute();
  }

  private static TaskRecord openTask(DSLContext tx, TaskId id) {
    return tx.selectFrom(TASK)
        .where(TASK.ID.eq(id.value()))
        .and(TASK.DONE_ON.isNull())
        .forUpdate()
        .fetchOptional()
        .orElseThrow(() -> new CannotRecord("There is no open task " + id + "; it may have been done meanwhile."));
  }

  private static Task task(Record row) {
    return new Task(
        new TaskId(row.get(TASK.ID)),
        new CaseId(row.get(TASK.CASE_ID)),
        Words.read(TaskKind.class, row.get(TASK.KIND)),
        row.get(TASK.WHY),
        Optional.ofNullable(row.get(TASK.STEP)),
        row.get(TASK.CREATED_ON),
        row.get(TASK.DUE_ON),
        Optional.ofNullable(row.get(TASK.DUE_AT)).map(at -> at.atZoneSameInstant(ZoneId.of(row.get(TASK.DUE_ZONE)))),
        Optional.ofNullable(row.get(TASK.ASSIGNED_TO)).map(PersonId::new),
        Optional.ofNullable(row.get(TASK.DONE_ON)),
        Optional.ofNullable(row.get(TASK.OUTCOME)));
  }

  private static String words(TaskKind kind) {
    return Words.of(kind).replace('_', ' ');
  }
}
