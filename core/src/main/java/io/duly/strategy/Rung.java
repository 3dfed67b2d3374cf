package io.duly.strategy;

import io.duly.strategy.CaseSnapshot.InvoiceFacts;

/**
 * The next step of one invoice. Days are epoch days.
 *
 * @param position of the step taken last, -1 where none was
 * @param index of the next step in the policy
 * @param triggeredOn the day that the step's trigger and age give
 * @param readyOn the day from which the invoice may take it: its own gap is met as well
 * @param leadOn the day from which it may be the cause of a contact: the gap to the last contact is
 *     met, too
 */
record Rung(
    InvoiceFacts invoice,
    long amount,
    int position,
    int index,
    Step step,
    Way way,
    long triggeredOn,
    long readyOn,
    long leadOn) {

  /** What happens on the rung; where several wait equally long, the first of these goes first. */
  enum Way {
    MESSAGE(TaskKind.REVIEW, 0),
    CALL(TaskKind.CALL, 0),
    APPROVE(TaskKind.APPROVE, 3),
    PLACE(TaskKind.PLACE, 3),
    WRITE_OFF(TaskKind.WRITE_OFF, 14);

    /** The task that a person gets; none for a message. */
    final TaskKind task;

    final int daysToDo;

    Way(TaskKind task, int daysToDo) {
      this.task = task;
      this.daysToDo = daysToDo;
    }

    boolean isContact() {
      return this == MESSAGE || this == CALL;
    }

    /**
     * What a step comes to for this debtor: hard steps against a valued one (P11), and against one
     * who is to be treated with care (P17), go to a manager.
     */
    static Way of(Step step, Standing standing) {
      if (step.isHard() && (standing.isValued() || standing.needsCare())) {
        return APPROVE;
      }
      return switch (step.act()) {
        case Act.Message _ -> MESSAGE;
        case Act.Call _ -> CALL;
        case Act.Place _ -> PLACE;
        case Act.WriteOff _ -> WRITE_OFF;
      };
    }
  }
}
