package io.duly.strategy;

import io.duly.strategy.CaseSnapshot.CaseFacts;
import io.duly.strategy.Decision.Action;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cases in which there is nothing to recover. */
final class Settled {
  private static final int DAYS_TO_DECIDE = 7;

  private Settled() {}

  /**
   * P33: a case ends when nothing of it is open any more. Charges that outlived the principal are
   * let go with it where they are below what the policy chases at all.
   */
  static Optional<Decision> nothingOpen(Standing standing) {
    if (standing.balance().open() > 0 || areWorthAsking(standing)) {
      return Optional.empty();
    }
    String why = why(standing);
    Action action =
        standing
            .existing()
            .<Action>map(known -> new Decision.Close(why, thanks(standing, known)))
            .orElseGet(Decision.None::new);
    return Optional.of(
        Answer.act(standing, action, new NextAction(NextAction.Kind.WAIT, standing.date()))
            .stage(Stage.CLOSED)
            .because("P33", why)
            .decision());
  }

  /** Whoever heard nothing from us in the case, or is left in peace, is not written to now. */
  private static Optional<Channel> thanks(Standing standing, CaseFacts known) {
    var snapshot = standing.snapshot();
    boolean heard =
        snapshot.contacts().last().filter(day -> !day.isBefore(known.openedOn())).isPresent();
    return heard && snapshot.holds().isEmpty()
        ? standing.limits().thanks().stream().filter(standing::reaches).findFirst()
        : Optional.empty();
  }

  /** P33: the principal is paid and charges are left: a person decides, and nobody is reminded. */
  static Optional<Decision> chargesLeft(Standing standing) {
    if (standing.balance().open() > 0 || !areWorthAsking(standing)) {
      return Optional.empty();
    }
    LocalDate due = standing.date().plusDays(DAYS_TO_DECIDE);
    Answer answer =
        standing.hasTask(TaskKind.REVIEW)
            ? Answer.pause(standing)
            : Answer.ask(standing, TaskKind.REVIEW, "P33", due);
    return Optional.of(
        answer
            .because(
                "P33",
                "the invoices are settled and charges of "
                    + standing.money(standing.snapshot().chargesOpen())
                    + " are open: a person asks for them or lets them go; no reminder is sent")
            .decision());
  }

  /** A case without charges to ask for ends with its principal; so does what never was a case. */
  private static boolean areWorthAsking(Standing standing) {
    long charges = standing.snapshot().chargesOpen();
    return standing.existing().isPresent()
        && charges > 0
        && charges >= standing.minor(standing.limits().smallestAmount());
  }

  private static String why(Standing standing) {
    long charges = standing.snapshot().chargesOpen();
    return charges == 0 || standing.existing().isEmpty()
        ? "nothing is open any more"
        : "nothing is open any more but charges of "
            + standing.money(charges)
            + ", which are let go: they are below the policy's smallest amount of "
            + standing.money(standing.limits().smallestAmount());
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
        0,
        decision.plan());
  }
}
