package io.duly.strategy;

import io.duly.plans.Instalment;
import io.duly.plans.OnMiss;
import io.duly.plans.RunningPlan;
import io.duly.plans.RunningPlan.Course;
import java.util.Optional;

/** P28: what a plan says of an instalment that was missed is done, and a person talks to the debtor first. */
final class PlanRules {
  private PlanRules() {}

  /** The days that the plan gives are over: all falls due, and the debtor is called. */
  static Optional<Decision> fellDue(Standing standing) {
    if (!(standing.course().orElse(null) instanceof Course.FallsDue gone) || standing.isSmall()) {
      return Optional.empty();
    }
    return Optional.of(PromiseRules.call(standing).because("P28", PromiseRules.first(standing) + sentence(standing, gone)).decision());
  }

  /** An instalment was missed and may still come, or be agreed anew. */
  static Optional<Decision> inGrace(Standing standing) {
    if (!(standing.course().orElse(null) instanceof Course.Grace grace) || standing.balance().asked() > 0) {
      return Optional.empty();
    }
    return Optional.of(
        Answer.pause(standing)
            .because("P28", "waits: " + sentence(standing, grace))
            .reviewOn(grace.until().toEpochDay() + 1)
            .decision());
  }

  /** A plan that was agreed and whose instalment is not there yet, such as on the day on which it was agreed. */
  static Optional<Decision> running(Standing standing) {
    if (!(standing.course().orElse(null) instanceof Course.Runs runs) || standing.balance().asked() > 0 || !standing.promises().running().isEmpty()) {
      return Optional.empty();
    }
    var one = standing.snapshot().plan().orElseThrow().instalments().get(runs.nth());
    return Optional.of(
        Answer.pause(standing)
            .inPeace()
            .because("P28", "waits: " + of(standing, runs.nth()) + " of " + one.amount() + " due " + one.dueOn())
            .reviewOn(one.dueOn().toEpochDay() + standing.snapshot().plan().orElseThrow().graceDays() + 1)
            .decision());
  }

  /** P29: a settlement was paid: what is beyond it is let go today, and nobody is asked for it. */
  static Optional<Decision> settled(Standing standing) {
    boolean kept = standing.course().orElse(null) instanceof Course.Kept && standing.snapshot().plan().orElseThrow().isSettlement();
    if (!kept || standing.balance().asked() > 0) {
      return Optional.empty();
    }
    return Optional.of(
        Answer.pause(standing).inPeace().because("P29", "waits: the settlement is paid; what is beyond it is let go").reviewOn(standing.today() + 1).decision());
  }

  /** What the plan says of it; empty where nothing was missed. */
  static Optional<String> consequence(Standing standing) {
    return switch (standing.course().orElse(null)) {
      case Course.Grace grace -> Optional.of(sentence(standing, grace));
      case Course.FallsDue gone -> Optional.of(sentence(standing, gone));
      case null, default -> Optional.empty();
    };
  }

  private static String sentence(Standing standing, Course.Grace grace) {
    boolean anew = standing.snapshot().plan().orElseThrow().onMiss() == OnMiss.RENEGOTIATE;
    return "%s was missed; by the plan %s %s".formatted(of(standing, grace.nth()), anew ? "it is agreed anew by" : "it may come until", grace.until());
  }

  private static String sentence(Standing standing, Course.FallsDue gone) {
    return standing.snapshot().plan().orElseThrow().isSettlement()
        ? "the settlement was not paid by its day: the whole debt is owed again"
        : of(standing, gone.nth()) + " was missed; by the plan all that is left falls due";
  }

  private static String of(Standing standing, int nth) {
    RunningPlan plan = standing.snapshot().plan().orElseThrow();
    Instalment last = plan.instalments().getLast();
    return "instalment %d of %d (the last %s)".formatted(nth + 1, plan.instalments().size(), last.dueOn());
  }
}
