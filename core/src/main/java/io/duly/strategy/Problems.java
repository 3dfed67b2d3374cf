package io.duly.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with a policy, so that its author sees all of it at once. */
final class Problems {
  /** More than these help nobody. */
  private static final int MOST = 100;

  private final List<PolicyProblem> found = new ArrayList<>();

  void at(Node node, String path, String message) {
    Mark mark = node.getStartMark();
    at(mark.getLine() + 1, mark.getColumn() + 1, path, message);
  }

  void at(int line, int column, String path, String message) {
    if (found.size() < MOST) {
      found.add(new PolicyProblem(line, column, path, message));
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * @throws InvalidPolicy where anything was found
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      found.sort(
          Comparator.comparingInt(PolicyProblem::line).thenComparingInt(PolicyProblem::column));
      throw new InvalidPolicy(found);
    }
  }
}
