package io.duly.strategy;

import io.duly.strategy.CaseSnapshot.PromiseFacts;
import java.time.LocalDate;
import java.util.Optional;

/** P34: promises are watched. */
final class PromiseRules {
  private PromiseRules() {}

  /**
   * A promise that was missed is judged and the debtor is called as soon as a contact is allowed.
   */
  static Optional<Decision> missed(Standing standing) {
    if (standing.promises().missed().isEmpty() || isPointless(standing)) {
      return Optional.empty();
    }
    Answer answer = call(standing);
    for (PromiseFacts promise : standing.promises().missed()) {
      answer.because("P34", first(standing) + missedSentence(standing, promise));
    }
    PlanRules.consequence(standing).ifPresent(what -> answer.because("P28", what));
    return Optional.of(answer.decision());
  }

  /** What is contested, or too little, is not called about; an instalment is, though its plan alone asks for it. */
  private static boolean isPointless(Standing standing) {
    boolean instalment = standing.promises().missed().stream().anyMatch(PromiseFacts::ofPlan);
    return !instalment && (standing.isSmall() || standing.balance().asked() == 0);
  }

  /** Asks for a call, or for a number, as soon as a contact is allowed; once. */
  static Answer call(Standing standing) {
    boolean callable = standing.reaches(Channel.CALL);
    boolean ask = callable && !standing.hasTask(TaskKind.CALL);
    boolean find = !callable && !standing.hasTask(TaskKind.COMPLETE_FILE);
    Answer answer =
        ask
            ? Answer.ask(standing, TaskKind.CALL, "P34", firstContact(standing))
            : find
                ? Answer.ask(standing, TaskKind.COMPLETE_FILE, "P34", standing.date())
                : Answer.pause(standing);
    return answer
        .urgency(Urgency.PROMISE_BROKEN)
        .reviewOn(standing.today() + (ask ? standing.limits().callTaskDays() : 0) + 1);
  }

  /** What the person does first, said before why. */
  static String first(Standing standing) {
    boolean callable = standing.reaches(Channel.CALL);
    if (callable) {
      return standing.hasTask(TaskKind.CALL) ? "" : "call now: ";
    }
    return standing.hasTask(TaskKind.COMPLETE_FILE) ? "" : "find a number that may be called: ";
  }

  /**
   * While a promise runs nobody is contacted: a call that was asked for before it waits too. An instalment is about what its plan
   * is about alone: what else is overdue is asked for.
   */
  static Optional<Decision> running(Standing standing) {
    var promises = standing.promises().running();
    boolean others = promises.stream().allMatch(PromiseFacts::ofPlan) && standing.balance().asked() > 0;
    if (promises.isEmpty() || others) {
      return Optional.empty();
    }
    Answer answer = Answer.pause(standing).inPeace();
    for (PromiseFacts promise : standing.promises().running()) {
      answer.because(
          "P34",
          "waits: promise of " + standing.money(promise.amount()) + " due " + promise.dueOn());
      answer.reviewOn(PromiseBook.lastDay(promise, standing.limits().promiseGraceDays()) + 1);
    }
    return Optional.of(answer.decision());
  }

  private static LocalDate firstContact(Standing standing) {
    long opens =
        ContactGate.opens(standing.snapshot().contacts(), standing.limits(), standing.today());
    boolean drafted = standing.snapshot().pendingDraft().isPresent();
    return LocalDate.ofEpochDay(drafted ? Math.max(opens, standing.today() + 1) : opens);
  }

  private static String missedSentence(Standing standing, PromiseFacts promise) {
    String came =
        promise.received() > 0
            ? "only " + standing.money(promise.received()) + " has come"
            : "nothing has come";
    return standing.money(promise.amount())
        + " was promised for "
        + promise.dueOn()
        + " and "
        + came;
  }
}
