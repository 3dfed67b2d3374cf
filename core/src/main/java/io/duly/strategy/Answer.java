package io.duly.strategy;

import io.duly.plans.RunningPlan;
import io.duly.strategy.CaseSnapshot.TaskFacts;
import io.duly.strategy.Decision.Action;
import io.duly.strategy.Decision.PromiseVerdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A decision being put together by the rule that decided. */
final class Answer {
  /** No open case goes longer without being looked at (P33). */
  static final int LONGEST_WAIT = 30;

  private final Standing standing;
  private final Action action;
  private final List<Reason> reasons = new ArrayList<>(4);
  private Stage stage;
  private Urgency urgency = Urgency.LATER;
  private NextAction next;
  private boolean judged = true;
  private boolean calls;
  private long review;

  private Answer(Standing standing, Action action, NextAction next) {
    this.standing = standing;
    this.action = action;
    this.next = next;
    this.stage = standing.stage();
    this.review = standing.today() + LONGEST_WAIT;
    this.calls = standing.reaches(Channel.CALL);
    reviewOn(standing.balance().nextOverdue());
    standing.snapshot().care().ifPresent(care -> reviewOn(care.last().toEpochDay() + 1));
  }

  /** An action whose next step is named with {@code next}. */
  static Answer act(Standing standing, Action action, NextAction next) {
    return new Answer(standing, action, next);
  }

  /** A person is asked to do something that takes no policy step. */
  static Answer ask(Standing standing, TaskKind kind, String rule, LocalDate dueOn) {
    return act(
            standing,
            new Decision.Ask(kind, rule, dueOn, List.of()),
            new NextAction(Work.of(kind), dueOn))
        .reviewOn(dueOn.toEpochDay());
  }

  /**
   * Nothing today. Where a task is open, the next action is that task, otherwise another look at
   * the case. A call is none of somebody who cannot be called.
   */
  static Answer pause(Standing standing) {
    return act(
        standing, new Decision.Wait(), new NextAction(NextAction.Kind.WAIT, standing.date()));
  }

  Answer because(String rule, String text) {
    reasons.add(new Reason(rule, text));
    return this;
  }

  /**
   * By this epoch day something may have changed by time alone; a day that is not after today is
   * left aside.
   */
  Answer reviewOn(long day) {
    if (day > standing.today() && day < review) {
      review = day;
    }
    return this;
  }

  Answer next(NextAction.Kind kind, LocalDate day) {
    next = new NextAction(kind, standing.noEarlier(day));
    return this;
  }

  Answer stage(Stage reached) {
    stage = reached;
    return this;
  }

  Answer urgency(Urgency found) {
    urgency = found;
    return this;
  }

  /**
   * A promise is not called broken while money may lie somewhere, or while a hold is in force (P08,
   * P34).
   */
  Answer withholdVerdict() {
    judged = false;
    return this;
  }

  /** No call is next, whoever asked for it. */
  Answer inPeace() {
    calls = false;
    return this;
  }

  Decision decision() {
    for (TaskFacts task : standing.snapshot().openTasks()) {
      reviewOn(task.dueOn().toEpochDay());
    }
    LocalDate reviewOn = LocalDate.ofEpochDay(review);
    NextAction following = next.kind() == NextAction.Kind.WAIT ? firstOf(reviewOn) : next;
    int priority = urgency.priority(standing, following.kind());
    return new Decision(
        action, stage, following, reviewOn, List.copyOf(reasons), verdicts(), priority, course());
  }

  /** That something was missed is not said while it may have come, or while a hold is in force; that it came is. */
  private Optional<RunningPlan.Course> course() {
    return standing.course().filter(course -> judged || course instanceof RunningPlan.Course.Kept || course instanceof RunningPlan.Course.Runs);
  }

  private List<PromiseVerdict> verdicts() {
    PromiseBook book = standing.promises();
    if (!judged || book.missed().isEmpty()) {
      return book.fulfilled();
    }
    var verdicts = new ArrayList<>(book.fulfilled());
    book.missed().forEach(missed -> verdicts.add(PromiseBook.verdict(missed)));
    return List.copyOf(verdicts);
  }

  private NextAction firstOf(LocalDate reviewOn) {
    NextAction first = new NextAction(NextAction.Kind.WAIT, reviewOn);
    for (TaskFacts task : standing.snapshot().openTasks()) {
      if (task.kind() == TaskKind.CALL && !calls) {
        continue;
      }
      LocalDate due = standing.noEarlier(task.dueOn());
      boolean sooner = due.isBefore(first.on());
      if (sooner || (first.kind() == NextAction.Kind.WAIT && due.equals(first.on()))) {
        first = new NextAction(Work.of(task.kind()), due);
      }
    }
    return first;
  }
}
