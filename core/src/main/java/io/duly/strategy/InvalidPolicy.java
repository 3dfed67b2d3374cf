package io.duly.strategy;

import java.util.ArrayList;
import java.util.List;

/** The text of a policy cannot be followed; every problem found in it is listed. */
public final class InvalidPolicy extends IllegalArgumentException {
  private final ArrayList<PolicyProblem> problems;

  public InvalidPolicy(List<PolicyProblem> problems) {
    super(
        problems.size()
            + " problems in the policy:\n"
            + String.join("\n", problems.stream().map(Object::toString).toList()));
    this.problems = new ArrayList<>(problems);
  }

  /** In the order of the text; never empty. */
  public List<PolicyProblem> problems() {
    return List.copyOf(problems);
  }
}
