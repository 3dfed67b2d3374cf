package io.duly.correspondence.sending;

import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.strategy.TaskKind;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Does what a gate's objection asks for, and says so in the journal once. */
@Component
final class Objections {
  private static final String OPEN = "select id from cases.recovery_case where id = ? and stage <> 'closed'";

  private final Lines lines;
  private final Tasks tasks;

  Objections(Lines lines, Tasks tasks) {
    this.lines = lines;
    this.tasks = tasks;
  }

  /** Takes the message back; the next run decides its case anew. */
  Taken withdraw(DSLContext tx, Waiting message, String why, String by, Moment at) {
    tx.execute("update correspondence.message set state = 'withdrawn', withdrawn_why = ? where id = ?", why, message.id().value());
    tx.execute("update cases.recovery_case set touched = true where id = ? and stage <> 'closed'", message.recovery().value());
    lines.write(
        tx, message, "message-withdrawn", Lines.the(message) + " was withdrawn: " + why + ".", Map.of("why", why), Optional.empty(), by, at.now());
    return new Taken.Withdrawn();
  }

  Taken keep(DSLContext tx, Waiting message, Verdict.Later later, Moment at) {
    var next = later.next().isAfter(at.now()) ? later.next() : at.now().plusSeconds(60);
    tx.execute(
        "update correspondence.message set not_before = ?::timestamptz, waits_why = ? where id = ?",
        next.atOffset(ZoneOffset.UTC), later.why(), message.id().value());
    if (message.waitsWhy().filter(later.why()::equals).isEmpty()) {
      lines.write(
          tx, message, "message-waits", Lines.the(message) + " waits until " + next + ": " + later.why() + ".",
          Map.of("why", later.why(), "until", next.toString()), Optional.empty(), Recorded.DULY, at.now());
    }
    return new Taken.Kept();
  }

  /** Puts it before a person. */
  Taken hold(DSLContext tx, Waiting message, String why, Moment at) {
    tx.execute(
        "update correspondence.message set approval = 'needed', approval_why = ?, approved_by = null, approved_at = null, approved_text = null where id = ?",
        why, message.id().value());
    lines.write(
        tx, message, "message-approval", Lines.the(message) + " waits for a person's yes: " + why + ".", Map.of("why", why), Optional.empty(),
        Recorded.DULY, at.now());
    return new Taken.Held();
  }

  /** Asks a person, where the case is open still. */
  void ask(DSLContext tx, Waiting message, TaskKind kind, String why, Moment at) {
    if (tx.fetchOptional(OPEN, message.recovery().value()).isPresent()) {
      tasks.open(tx, message.recovery(), kind, why, at.day(), Recorded.by(Recorded.DULY, at.day(), at.now()));
    }
  }
}
