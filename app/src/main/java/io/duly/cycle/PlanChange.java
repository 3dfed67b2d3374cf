package io.duly.cycle;

import io.duly.plans.OnMiss;
import io.duly.plans.RunningPlan;
import io.duly.plans.RunningPlan.Course;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A plan of which something became other by a decision. */
record PlanChange(AccountPlan plan, Course course) {

  /** Empty where no plan runs, or it only goes on as it was. */
  static Optional<PlanChange> of(Conclusion one) {
    return one.account().plan.flatMap(plan -> one.decision().plan().map(course -> new PlanChange(plan, course))).filter(PlanChange::isNews);
  }

  private boolean isNews() {
    return switch (course) {
      case Course.Runs _ -> lastPromised() > plan.promised();
      case Course.Grace grace -> !plan.running().graceUntil().equals(Optional.of(grace.until()));
      case Course.Kept _, Course.FallsDue _ -> true;
    };
  }

  /** Up to which instalment, counted from 1, there are promises now. */
  int lastPromised() {
    return switch (course) {
      case Course.Runs runs -> runs.nth() + 1;
      case Course.Kept _ -> plan.running().paid();
      case Course.Grace _, Course.FallsDue _ -> plan.promised();
    };
  }

  /** How it ended; empty where it goes on. */
  Optional<String> ending() {
    return switch (course) {
      case Course.Kept _ -> Optional.of("kept");
      case Course.FallsDue _ -> Optional.of("broken");
      case Course.Runs _, Course.Grace _ -> Optional.empty();
    };
  }

  /** The kind of its line in the journal. */
  String kind() {
    return switch (course) {
      case Course.Runs _ -> "instalment-next";
      case Course.Kept _ -> "plan-kept";
      case Course.Grace _ -> "instalment-missed";
      case Course.FallsDue _ -> "plan-broken";
    };
  }

  String sentence() {
    var instalments = plan.running().instalments();
    return switch (course) {
      case Course.Runs runs -> {
        var next = instalments.get(runs.nth());
        yield "The next instalment is %d of %d: %s on %s.".formatted(runs.nth() + 1, instalments.size(), next.amount(), next.dueOn());
      }
      case Course.Kept _ when plan.running().isSettlement() -> "The settlement is paid in time.";
      case Course.FallsDue _ when plan.running().isSettlement() -> "The settlement was not paid by its day: the whole debt is owed again.";
      case Course.Kept _ -> plan.running().paid() == instalments.size() ? "All instalments of the plan are paid." : "Nothing of what the plan was about is open any more.";
      case Course.Grace grace -> "Instalment %d of %d was missed; by the plan %s %s.".formatted(
          grace.nth() + 1, instalments.size(), plan.running().onMiss() == OnMiss.RENEGOTIATE ? "it is agreed anew by" : "it may come until", grace.until());
      case Course.FallsDue gone -> "Instalment %d of %d was missed; by the plan all that is left falls due.".formatted(gone.nth() + 1, instalments.size());
    };
  }

  /** What its line in the journal says beside the sentence. */
  Map<String, String> facts() {
    RunningPlan running = plan.running();
    var facts = new TreeMap<>(Map.of("plan", running.id().toString(), "paid", Integer.toString(running.paid()), "of", Integer.toString(running.instalments().size())));
    if (course instanceof Course.Grace grace) {
      facts.put("until", grace.until().toString());
    }
    return facts;
  }
}
