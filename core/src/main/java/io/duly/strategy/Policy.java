package io.duly.strategy;

import java.time.LocalDate;
import java.util.List;

/**
 * A creditor's strategy as data: which steps are taken for an overdue invoice, when, how and for
 * whom.
 *
 * @param name as the creditor knows it; reasons name it
 * @param version &ge; 1
 * @param validFrom the first business date on which it is followed
 * @param steps in the order in which an invoice takes them, 1 to {@value #MOST_STEPS}, ids unique
 */
public record Policy(
    String name, int version, LocalDate validFrom, Limits limits, List<Step> steps) {
  static final int MOST_STEPS = 60;

  public Policy {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.size() > MOST_STEPS) {
      throw new IllegalArgumentException(
          "A policy has 1 to " + MOST_STEPS + " steps, not " + steps.size());
    }
    if (steps.stream().map(Step::id).distinct().count() < steps.size()) {
      throw new IllegalArgumentException("Two steps of policy " + name + " have the same id");
    }
  }

  /** The place of a step on the ladder, or -1 where this policy has none of that id. */
  int indexOf(String id) {
    for (int index = 0; index < steps.size(); index++) {
      if (steps.get(index).id().equals(id)) {
        return index;
      }
    }
    return -1;
  }

  /** The rule's id of a step, as reasons carry it: {@code standard/first-reminder}. */
  String ruleOf(Step step) {
    return name + "/" + step.id();
  }
}
