package io.duly.strategy;

import io.duly.plans.RunningPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the policy says of one case on one business date.
 *
 * @param action what to do today
 * @param stage the case's stage after the action
 * @param next what happens next, never before the business date
 * @param reviewOn when the case must be decided again at the latest, always after the business date
 * @param reasons the one that decided first, then the others; never empty
 * @param promises verdicts on promises whose day has come
 * @param priority the order on the worklist, higher first, 0 to 1,000,000
 * @param plan which way the plan goes that runs; empty where none does, or it is not known while money may lie somewhere
 */
public record Decision(
    Action action,
    Stage stage,
    NextAction next,
    LocalDate reviewOn,
    List<Reason> reasons,
    List<PromiseVerdict> promises,
    int priority,
    Optional<RunningPlan.Course> plan) {

  /** The same decision, with another look at the case on that day at the latest. */
  Decision lookedAtOn(LocalDate day) {
    LocalDate sooner = day.isBefore(reviewOn) ? day : reviewOn;
    return new Decision(action, stage, next, sooner, reasons, promises, priority, plan);
  }

  /** The same decision, with more said to the reason that decided. */
  public Decision saying(String more) {
    var all = new ArrayList<>(reasons);
    Reason first = reasons.getFirst();
    all.set(0, new Reason(first.rule(), first.text() + "; " + more));
    return new Decision(action, stage, next, reviewOn, List.copyOf(all), promises, priority, plan);
  }

  /** The same decision, with another reason. */
  public Decision because(Reason another) {
    var all = new ArrayList<>(reasons);
    all.add(another);
    return new Decision(action, stage, next, reviewOn, List.copyOf(all), promises, priority, plan);
  }

  public sealed interface Action {}

  /**
   * A message is drafted. One message names every invoice for which a step is due; each takes its
   * own step.
   *
   * @param step the most advanced of the steps, which gives template, channel and tone
   */
  public record Send(String step, Channel channel, Tone tone, String template, List<Line> lines)
      implements Action {}

  /**
   * A person is asked to do something. As with a message, each line takes its step today: a
   * proposal is made once. Work that comes from no step of the policy has no lines.
   *
   * @param step the most advanced of the steps, or the id of the rule that asks
   */
  public record Ask(TaskKind kind, String step, LocalDate dueOn, List<Line> lines)
      implements Action {}

  /** Nothing today. */
  public record Wait() implements Action {}

  /**
   * Nothing is open any more.
   *
   * @param thanks the way by which the debtor is thanked where it was paid; empty where nobody is
   */
  public record Close(String why, Optional<Channel> thanks) implements Action {}

  /** Nothing is open or overdue and no case exists: none is opened. */
  public record None() implements Action {}

  /**
   * One invoice of a message or a task.
   *
   * @param step the step that this invoice takes
   * @param amount what is asked for: the open amount less its disputed part, minor units, &gt; 0
   */
  public record Line(UUID invoice, String step, long amount) {}

  public record PromiseVerdict(UUID promise, Outcome outcome) {
    public enum Outcome {
      KEPT,
      PARTLY_KEPT,
      LATE,
      BROKEN
    }
  }
}
