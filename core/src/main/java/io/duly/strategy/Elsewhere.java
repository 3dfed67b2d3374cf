package io.duly.strategy;

import java.util.Optional;

/** Cases that somebody else pursues. */
final class Elsewhere {
  private Elsewhere() {}

  /**
   * P37, P38: a case with an agency or in court is not chased by the ladder; a person looks at it
   * every month.
   */
  static Optional<Decision> placedOrInCourt(Standing standing) {
    return switch (standing.stage()) {
      case PLACED -> Optional.of(review(standing, "P37", "the case is placed with an agency"));
      case LEGAL -> Optional.of(review(standing, "P38", "the case is in court"));
      case COURTESY, REMINDER, NEGOTIATION, FINAL_DEMAND, CLOSED -> Optional.empty();
    };
  }

  private static Decision review(Standing standing, String rule, String why) {
    Answer answer =
        standing.hasTask(TaskKind.REVIEW)
            ? Answer.pause(standing)
            : Answer.ask(
                standing, TaskKind.REVIEW, rule, standing.date().plusDays(Answer.LONGEST_WAIT));
    return answer.because(rule, "waits: " + why).decision();
  }
}
