package io.duly.calls;

import io.duly.cases.Recorded;
import io.duly.cases.Task;
import io.duly.cases.Tasks;
import io.duly.kernel.PersonId;
import io.duly.strategy.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Asks for the notes of calls that were left open (P21). */
@Component
public final class NoteChase {
  /** After so long without a word typed a call is no longer one. */
  static final Duration FORGOTTEN = Duration.ofHours(1);
  /** How the task begins that asks for it. */
  static final String FINISH_THE_NOTE = "finish the note of the call";

  private static final String LEFT_OPEN =
      """
      select k.id from calls.call k join calls.draft d on d.call_id = k.id join cases.recovery_case c on c.id = k.case_id
       where k.ended_at is null and k.chased_at is null and d.saved_at < ?::timestamptz and c.stage <> 'closed'
       order by k.case_id limit 100 for no key update of k skip locked
      """;

  private final Tasks tasks;

  NoteChase(Tasks tasks) {
    this.tasks = tasks;
  }

  /** Opens a task of its caller for each call that was left open for an hour; answers of how many. */
  public int chase(DSLContext tx, LocalDate today, Instant now) {
    List<UUID> left = tx.fetch(LEFT_OPEN, Calls.at(now.minus(FORGOTTEN))).getValues(0, UUID.class);
    for (var id : left) {
      var call = CallRow.one(tx, "k.id = ?", id).orElseThrow();
      var by = Recorded.by(Recorded.DULY, today, now);
      var why = FINISH_THE_NOTE + " that " + call.caller().name() + " began on " + call.beganAt().atZone(call.zone()).toLocalDate();
      tasks.open(tx, call.recovery(), TaskKind.REVIEW, why, today, by);
      // Where another review was open already that one stays, with whom it is.
      asking(tx, call).forEach(task -> tasks.reassign(tx, task.id(), new PersonId(call.caller().id().value()), by));
      tx.execute("update calls.call set chased_at = ?::timestamptz where id = ?", Calls.at(now), id);
    }
    return left.size();
  }

  /** The note is there. */
  void done(DSLContext tx, Call call, Recorded by) {
    asking(tx, call).forEach(task -> tasks.done(tx, task.id(), "the note is written", by));
  }

  private List<Task> asking(DSLContext tx, Call call) {
    return tasks.openOf(tx, call.recovery()).stream().filter(task -> task.kind() == TaskKind.REVIEW && task.why().startsWith(FINISH_THE_NOTE)).toList();
  }
}
