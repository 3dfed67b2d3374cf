package io.duly.correspondence.sending;

import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.kernel.CaseId;
import io.duly.strategy.TaskKind;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Work that messages made for people, done when it has settled itself. */
@Component
final class DeliveryTasks {
  private static final String OTHERS = "select id from correspondence.message where case_id = ? and state = 'uncertain' limit 1";

  private final Tasks tasks;

  DeliveryTasks(Tasks tasks) {
    this.tasks = tasks;
  }

  /** Ends the case's task about delivery, where no other message of it is uncertain. */
  void done(DSLContext tx, CaseId recovery, String outcome, String by, Moment at) {
    if (!tx.fetchOptional(OTHERS, recovery.value()).isPresent()) {
      tasks.openOf(tx, recovery).stream()
          .filter(task -> task.kind() == TaskKind.DELIVERY)
          .forEach(task -> tasks.done(tx, task.id(), outcome, Recorded.by(by, at.day(), at.now())));
    }
  }
}
