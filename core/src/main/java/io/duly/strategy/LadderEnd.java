package io.duly.strategy;

/** P33, P39: a case for which the policy has no further step is never given up silently. */
final class LadderEnd {
  private LadderEnd() {}

  static Decision review(Standing standing) {
    if (!standing.balance().anyOverdue()) {
      return Answer.pause(standing).because("P33", "waits: nothing is overdue").decision();
    }
    Answer answer =
        standing.hasTask(TaskKind.REVIEW)
            ? Answer.pause(standing)
            : Answer.ask(
                standing, TaskKind.REVIEW, "P33", standing.date().plusDays(Answer.LONGEST_WAIT));
    String none = "policy " + standing.policy().name() + " has no further step";
    String small = standing.isSmall() ? " for so small an amount" : "";
    return answer.because("P33", none + small + ": a person looks at the case").decision();
  }
}
