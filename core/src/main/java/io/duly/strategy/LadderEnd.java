package io.duly.strategy;

/** P33, P39: a case for which the policy has no further step is never given up silently. */
final class LadderEnd {
  private LadderEnd() {}

  static Decision review(Standing standing) {
    Answer answer =
        standing.hasTask(TaskKind.REVIEW)
            ? Answer.pause(standing)
            : Answer.ask(standing, TaskKind.REVIEW, "P33", standing.date().plusDays(Answer.LONGEST_WAIT));
    String text = "every step of policy " + standing.policy().name() + " has been taken: a person looks at the case";
    return answer.because("P33", text).decision();
  }
}
