package io.duly.strategy;

import io.duly.strategy.CaseSnapshot.TaskFacts;
import java.time.LocalDate;
import java.util.Optional;

/** Cases in which it is our own turn. */
final class OfficeRules {
  private static final int DAYS_TO_VERIFY = 3;
  private static final int DAYS_TO_COMPLETE = 3;

  private OfficeRules() {}

  /** P13: while a message to the debtor has not left, no other is made. */
  static Optional<Decision> draftNotSent(Standing standing) {
    return standing.snapshot().pendingDraft().map(day -> waitForDraft(standing, day));
  }

  /** P16: who asked us something is answered before being asked again. */
  static Optional<Decision> answerOwed(Standing standing) {
    return standing.task(TaskKind.REPLY).map(task -> waitForReply(standing, task));
  }

  /** P06: who is to be called and cannot be needs a number first; other ways go on meanwhile. */
  static Optional<Decision> numberMissing(Standing standing) {
    boolean wanted = standing.hasTask(TaskKind.CALL) && !standing.reaches(Channel.CALL);
    if (!wanted || standing.hasTask(TaskKind.COMPLETE_FILE)) {
      return Optional.empty();
    }
    return Optional.of(
        Answer.ask(standing, TaskKind.COMPLETE_FILE, "P06", standing.date())
            .because("P06", "a call is to be made and there is no number that may be called: find one, or another contact")
            .urgency(Urgency.WORK)
            .reviewOn(standing.today() + 1)
            .decision());
  }

  /**
   * A call that a person was asked to make comes before the next step, as long as the policy lets
   * it wait.
   */
  static Optional<Decision> callOpen(Standing standing) {
    Optional<TaskFacts> call = standing.task(TaskKind.CALL);
    boolean callable = standing.reaches(Channel.CALL);
    if (call.isEmpty() || !callable || lastDay(standing, call.get()) < standing.today()) {
      return Optional.empty();
    }
    LocalDate due = call.get().dueOn();
    return Optional.of(
        Answer.pause(standing)
            .because("P33", "waits: a call is to be made, due " + due)
            .next(NextAction.Kind.CALL, due)
            .reviewOn(due.toEpochDay())
            .reviewOn(lastDay(standing, call.get()) + 1)
            .urgency(due.isAfter(standing.date()) ? Urgency.LATER : Urgency.ofContact(standing))
            .decision());
  }

  /** P26: where all that is overdue is contested, the dispute is answered; nothing is chased. */
  static Optional<Decision> whollyDisputed(Standing standing) {
    Balance balance = standing.balance();
    if (balance.disputed() == 0 || balance.asked() > 0) {
      return Optional.empty();
    }
    LocalDate due = standing.date().plusDays(DAYS_TO_VERIFY);
    Answer answer =
        standing.hasTask(TaskKind.VERIFY)
            ? Answer.pause(standing)
            : Answer.ask(standing, TaskKind.VERIFY, "P26", due);
    String text =
        "waits: all of "
            + standing.money(balance.disputed())
            + " is disputed and our answer is owed";
    return Optional.of(answer.because("P26", text).urgency(Urgency.ANSWER_OWED).decision());
  }

  /**
   * P26: a dispute is answered on a day on which nothing else is to be done; the undisputed part
   * goes on meanwhile. An answer that is late comes before other work, and changes nothing for the
   * debtor.
   */
  static Optional<Decision> partlyDisputed(Standing standing) {
    Optional<TaskFacts> asked = standing.task(TaskKind.VERIFY);
    boolean inTime = asked.filter(task -> !task.dueOn().isBefore(standing.date())).isPresent();
    if (standing.balance().disputed() == 0 || inTime) {
      return Optional.empty();
    }
    Decision step = Climb.nextStep(standing).orElseGet(() -> LadderEnd.review(standing));
    if (step.action() instanceof Decision.Wait) {
      return Optional.of(
          asked
              .map(task -> answerLate(standing, task, step))
              .orElseGet(() -> answerDispute(standing, step)));
    }
    return Optional.of(step.lookedAtOn(standing.date().plusDays(1)));
  }

  private static Decision answerLate(Standing standing, TaskFacts task, Decision wait) {
    Answer answer =
        Answer.pause(standing)
            .because(
                "P26",
                "waits: "
                    + standing.money(standing.balance().disputed())
                    + " is disputed and what our answer needs, due "
                    + task.dueOn()
                    + ", is late")
            .urgency(Urgency.ANSWER_OWED)
            .next(NextAction.Kind.VERIFY, task.dueOn())
            .reviewOn(wait.reviewOn().toEpochDay());
    wait.reasons().forEach(reason -> answer.because(reason.rule(), reason.text()));
    return answer.decision();
  }

  private static Decision answerDispute(Standing standing, Decision wait) {
    LocalDate due = standing.date().plusDays(DAYS_TO_VERIFY);
    Answer answer =
        Answer.ask(standing, TaskKind.VERIFY, "P26", due)
            .because(
                "P26",
                standing.money(standing.balance().disputed())
                    + " is disputed and our answer is owed")
            .urgency(Urgency.ANSWER_OWED)
            .reviewOn(wait.reviewOn().toEpochDay());
    wait.reasons().forEach(reason -> answer.because(reason.rule(), reason.text()));
    return answer.decision();
  }

  /** P06: where no step of the policy reaches the debtor, the file is completed first. */
  static Optional<Decision> nobodyReachable(Standing standing) {
    boolean pointless = !standing.balance().anyOverdue() || standing.isSmall();
    if (pointless || Channels.reachingAny(standing) || standing.hasTask(TaskKind.COMPLETE_FILE)) {
      return Optional.empty();
    }
    LocalDate due = standing.date().plusDays(DAYS_TO_COMPLETE);
    return Optional.of(
        Answer.ask(standing, TaskKind.COMPLETE_FILE, "P06", due)
            .because(
                "P06",
                "the debtor cannot be reached in any way that the policy uses: find an address or a number")
            .urgency(Urgency.WORK)
            .reviewOn(standing.today() + 1)
            .decision());
  }

  private static long lastDay(Standing standing, TaskFacts call) {
    return call.dueOn().toEpochDay() + standing.limits().callTaskDays();
  }

  private static Decision waitForDraft(Standing standing, LocalDate drafted) {
    return Answer.pause(standing)
        .because("P13", "waits: a message of " + drafted + " to this debtor has not left yet")
        .next(NextAction.Kind.SEND, standing.date())
        .reviewOn(standing.today() + 1)
        .urgency(firstOrAgain(standing))
        .decision();
  }

  /** A message says nothing of a broken promise: that is what a call is for. */
  private static Urgency firstOrAgain(Standing standing) {
    return standing.snapshot().contacts().last().isEmpty() ? Urgency.FIRST_CONTACT : Urgency.WORK;
  }

  private static Decision waitForReply(Standing standing, TaskFacts task) {
    return Answer.pause(standing)
        .because("P16", "waits: we owe the debtor an answer, due " + task.dueOn())
        .next(NextAction.Kind.VERIFY, task.dueOn())
        .reviewOn(task.dueOn().toEpochDay())
        .urgency(Urgency.ANSWER_OWED)
        .decision();
  }
}
