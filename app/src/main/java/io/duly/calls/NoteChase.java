package io.duly.calls;

import io.duly.cases.Recorded;
import io.duly.cases.Task;
import io.duly.cases.Tasks;
import io.duly.cases.TasksInBulk;
import io.duly.kernel.CaseId;
import io.duly.kernel.PersonId;
import io.duly.strategy.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Asks for the notes of calls that were left open (P21). */
@Component
public final class NoteChase {
  /** After so long without a word typed a call is no longer one. */
  static final Duration FORGOTTEN = Duration.ofHours(1);
  /** How the task begins that asks for it. */
  static final String FINISH_THE_NOTE = "finish the note of the call";

  /** At most so many in one transaction; the next round takes the rest. */
  private static final int MOST = 500;

  private static final String LEFT_OPEN =
      """
      select k.id, k.case_id, k.caller_id, w.name, (k.began_at at time zone k.zone)::date as day
        from calls.call k join calls.draft d on d.call_id = k.id join cases.recovery_case c on c.id = k.case_id
        cross join lateral calls.caller(k.caller_id) w
       where k.ended_at is null and k.chased_at is null and d.saved_at < ?::timestamptz and c.stage <> 'closed'
       order by k.case_id limit ? for no key update of k skip locked
      """;

  private final Tasks tasks;
  private final TasksInBulk bulk;

  NoteChase(Tasks tasks, TasksInBulk bulk) {
    this.tasks = tasks;
    this.bulk = bulk;
  }

  /** Opens a task of its caller for each call that was left open for an hour, in sets; answers of how many. */
  public int chase(DSLContext tx, LocalDate today, Instant now) {
    var left = tx.fetch(LEFT_OPEN, Calls.at(now.minus(FORGOTTEN)), MOST);
    if (left.isEmpty()) {
      return 0;
    }
    bulk.ask(tx, TaskKind.REVIEW, left.map(NoteChase::asked), FINISH_THE_NOTE.length(), today, Recorded.by(Recorded.DULY, today, now));
    return tx.execute("update calls.call set chased_at = ?::timestamptz where id = any (?)", Calls.at(now), left.getValues("id", UUID.class).toArray(UUID[]::new));
  }

  private static TasksInBulk.Asked asked(Record row) {
    var why = FINISH_THE_NOTE + " that " + row.get("name", String.class) + " began on " + row.get("day", LocalDate.class);
    return new TasksInBulk.Asked(new CaseId(row.get("case_id", UUID.class)), new PersonId(row.get("caller_id", UUID.class)), why);
  }

  /** The note is there. */
  void done(DSLContext tx, Call call, Recorded by) {
    asking(tx, call).forEach(task -> tasks.done(tx, task.id(), "the note is written", by));
  }

  private List<Task> asking(DSLContext tx, Call call) {
    return tasks.openOf(tx, call.recovery()).stream().filter(task -> task.kind() == TaskKind.REVIEW && task.why().startsWith(FINISH_THE_NOTE)).toList();
  }
}
