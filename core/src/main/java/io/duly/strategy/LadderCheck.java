package io.duly.strategy;

import io.duly.strategy.Condition.LatePaymentsAtLeast;
import io.duly.strategy.Condition.LateShareAtLeast;
import java.util.ArrayList;
import java.util.List;

/** Checks the steps of a policy against each other, in their order. */
final class LadderCheck {
  private final List<String> ids = new ArrayList<>();
  private int days = Integer.MIN_VALUE;
  private Stage stage = Stage.COURTESY;

  /** A step that could not be read whole may still be pointed at. */
  void unreadable(StepReader reader) {
    reader.id().ifPresent(ids::add);
  }

  void next(Step step, StepReader reader) {
    if (ids.contains(step.id())) {
      reader.problem(
          "id", "\"" + step.id() + "\" is the id of an earlier step; give this one its own");
    }
    trigger(step, reader);
    stage(step, reader);
    courtesy(step, reader);
    ids.add(step.id());
  }

  private void trigger(Step step, StepReader reader) {
    switch (step.trigger()) {
      case Trigger.FromDue(int from) -> {
        if (from < days) {
          reader.problem(
              "daysFromDue",
              "an earlier step comes " + days + " days from the due date; put this one before it");
        }
        days = Math.max(days, from);
      }
      case Trigger.AfterStep(String earlier, int _) -> {
        if (!ids.contains(earlier)) {
          String hint =
              ids.isEmpty()
                  ? "; the first step has none before it, use daysFromDue"
                  : Nearest.hint(earlier, ids);
          reader.problem("afterStep", "\"" + earlier + "\" is no step above this one" + hint);
        }
      }
    }
  }

  private void stage(Step step, StepReader reader) {
    Stage reached = Stages.after(Stage.COURTESY, step.act());
    boolean proposal = step.act() instanceof Act.Place || step.act() instanceof Act.WriteOff;
    if (!proposal && reached.compareTo(stage) < 0) {
      reader.problem(
          "stage",
          "an earlier step has put the case in stage " + Words.of(stage) + "; it does not go back");
    }
    stage = reached.compareTo(stage) > 0 ? reached : stage;
  }

  private static void courtesy(Step step, StepReader reader) {
    boolean history =
        step.conditions().stream()
            .anyMatch(condition ->
                condition instanceof LateShareAtLeast || condition instanceof LatePaymentsAtLeast);
    if (step.isCourtesy() && !history) {
      reader.problem(
          "conditions",
          "a note before the due date goes only to those who paid late before (P05); "
              + "add lateShareAtLeast or latePaymentsAtLeast");
    }
  }
}
