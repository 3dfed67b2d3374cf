package io.duly.strategy;

import io.duly.strategy.Decision.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cases in which there is nothing to recover. */
final class Settled {
  private Settled() {}

  /** P33: a case ends when nothing of it is open any more. */
  static Optional<Decision> nothingOpen(Standing standing) {
    if (standing.balance().open() > 0) {
      return Optional.empty();
    }
    Action action =
        standing.existing().isPresent()
            ? new Decision.Close("nothing is open any more")
            : new Decision.None();
    return Optional.of(
        Answer.act(standing, action, new NextAction(NextAction.Kind.WAIT, standing.date()))
            .stage(Stage.CLOSED)
            .because("P33", "nothing is open any more")
            .decision());
  }

  /** P32: what is not overdue needs no case yet; the decision keeps its reasons and its day. */
  static Decision noCase(Decision decision) {
    var reasons = new ArrayList<>(List.of(new Reason("P32", "no case yet: nothing is overdue")));
    reasons.addAll(decision.reasons());
    var next = new NextAction(NextAction.Kind.WAIT, decision.reviewOn());
    return new Decision(
        new Decision.None(),
        Stage.COURTESY,
        next,
        decision.reviewOn(),
        reasons,
        decision.promises(),
        0);
  }
}
