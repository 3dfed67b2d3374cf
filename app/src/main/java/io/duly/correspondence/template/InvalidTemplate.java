package io.duly.correspondence.template;

import java.util.List;
import java.util.stream.Collectors;

/** A template cannot be used as it is; all that is wrong with it is said at once. */
public final class InvalidTemplate extends RuntimeException {
  private final List<TemplateProblem> problems;

  InvalidTemplate(List<TemplateProblem> problems) {
    super(problems.stream().map(TemplateProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<TemplateProblem> problems() {
    return problems;
  }
}
