package io.duly.desk.problem;

/** Ends a request with a problem. */
public final class Refusal extends RuntimeException {
  private final transient Problem problem;

  public Refusal(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  public Refusal(ProblemType type, String detail, Problem.Part... errors) {
    this(Problem.of(type, detail, errors));
  }

  public Problem problem() {
    return problem;
  }
}
