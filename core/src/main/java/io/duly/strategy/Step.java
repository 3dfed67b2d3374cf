package io.duly.strategy;

import java.util.List;

/**
 * One step of a policy; an invoice takes it at most once (invariant 6).
 *
 * @param id unique within the policy
 * @param gap the days that must have passed since the invoice's last step, and since the last
 *     contact with the debtor unless another invoice makes us write anyway; &ge; 1
 * @param ageAtLeast the days overdue before which the step is not taken, 0 where that does not
 *     matter
 * @param conditions all must hold, otherwise the step is left out
 */
public record Step(
    String id, Trigger trigger, Act act, int gap, int ageAtLeast, List<Condition> conditions) {

  public Step {
    conditions = List.copyOf(conditions);
    if (id.isBlank() || gap < 1 || ageAtLeast < 0) {
      throw new IllegalArgumentException(
          "A step has an id, a gap of 1 day or more and no negative age; \"" + id + "\" has not");
    }
  }

  /** A step that a valued customer meets only with a manager's yes (P11). */
  boolean isHard() {
    return switch (act) {
      case Act.Message message -> message.stage() == Stage.FINAL_DEMAND;
      case Act.Call call -> call.stage() == Stage.FINAL_DEMAND;
      case Act.Place _ -> true;
      case Act.WriteOff _ -> false;
    };
  }

  /** A note that goes out before the invoice is overdue (P05). */
  boolean isCourtesy() {
    return trigger instanceof Trigger.FromDue due && due.isBeforeOverdue();
  }
}
