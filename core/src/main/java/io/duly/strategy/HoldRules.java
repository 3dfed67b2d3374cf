package io.duly.strategy;

import io.duly.strategy.CaseSnapshot.HoldFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Invariant 12: while a hold is in force nobody is contacted. */
final class HoldRules {
  /** The days after which a person looks at a hold that has no end. */
  static final int OPEN_ENDED_DAYS = 7;

  private HoldRules() {}

  static Optional<Decision> inForce(Standing standing) {
    if (standing.snapshot().holds().isEmpty()) {
      return Optional.empty();
    }
    List<HoldFacts> holds = strictestFirst(standing);
    return holds.isEmpty() ? Optional.empty() : Optional.of(wait(standing, holds));
  }

  private static Decision wait(Standing standing, List<HoldFacts> holds) {
    Answer answer = work(standing, holds).withholdVerdict();
    if (holds.stream().anyMatch(hold -> hold.kind() == HoldKind.REPLY)) {
      answer.urgency(Urgency.ANSWER_OWED);
    }
    for (HoldFacts hold : holds) {
      answer.because(ruleOf(hold.kind()), sentence(hold));
      answer.reviewOn(
          hold.until().map(last -> last.toEpochDay() + 1).orElse(standing.today() + daysOf(hold)));
    }
    return answer.decision();
  }

  /**
   * A hold without an end, and one for the sake of the debtor's situation, has a person's task with
   * a day.
   */
  private static Answer work(Standing standing, List<HoldFacts> holds) {
    for (HoldFacts hold : holds) {
      TaskKind kind = taskOf(hold.kind());
      if (needsPerson(hold) && !standing.hasTask(kind)) {
        return Answer.ask(standing, kind, ruleOf(hold.kind()), lookOn(standing, hold));
      }
    }
    return Answer.pause(standing);
  }

  private static LocalDate lookOn(Standing standing, HoldFacts hold) {
    long latest = standing.today() + (hold.until().isPresent() ? Answer.LONGEST_WAIT : daysOf(hold));
    long end = hold.until().map(LocalDate::toEpochDay).orElse(latest);
    return LocalDate.ofEpochDay(Math.clamp(end, standing.today() + 1, latest));
  }

  private static boolean needsPerson(HoldFacts hold) {
    return switch (hold.kind()) {
      case INSOLVENCY, HARDSHIP, REPLY -> true;
      case BANK_DATA_STALE -> false;
      case DISPUTE, VERIFICATION, PROMISE, PLAN, COOLING_OFF, MANUAL -> hold.until().isEmpty();
    };
  }

  private static TaskKind taskOf(HoldKind kind) {
    return switch (kind) {
      case DISPUTE, VERIFICATION -> TaskKind.VERIFY;
      case REPLY -> TaskKind.REPLY;
      case INSOLVENCY, HARDSHIP, PROMISE, PLAN, COOLING_OFF, MANUAL, BANK_DATA_STALE -> TaskKind.REVIEW;
    };
  }

  private static int daysOf(HoldFacts hold) {
    return hold.kind() == HoldKind.BANK_DATA_STALE || hold.kind() == HoldKind.REPLY ? 1 : OPEN_ENDED_DAYS;
  }

  /**
   * In force today; a hold for a promise or a plan gives way to the promises themselves where they
   * are known.
   */
  private static List<HoldFacts> strictestFirst(Standing standing) {
    boolean promised = !standing.snapshot().promises().isEmpty();
    var holds = new ArrayList<HoldFacts>();
    for (HoldFacts hold : standing.snapshot().holds()) {
      boolean over = hold.until().isPresent() && hold.until().get().isBefore(standing.date());
      if (!over && !(promised && isAgreement(hold.kind()))) {
        holds.add(hold);
      }
    }
    holds.sort((one, other) -> Integer.compare(rank(one.kind()), rank(other.kind())));
    return holds;
  }

  private static boolean isAgreement(HoldKind kind) {
    return kind == HoldKind.PROMISE || kind == HoldKind.PLAN;
  }

  private static int rank(HoldKind kind) {
    return switch (kind) {
      case INSOLVENCY -> 0;
      case HARDSHIP -> 1;
      case REPLY -> 2;
      case DISPUTE -> 3;
      case VERIFICATION -> 4;
      case COOLING_OFF -> 5;
      case PLAN -> 6;
      case PROMISE -> 7;
      case MANUAL -> 8;
      case BANK_DATA_STALE -> 9;
    };
  }

  private static String ruleOf(HoldKind kind) {
    return switch (kind) {
      case PROMISE -> "P34";
      case PLAN -> "P28";
      case COOLING_OFF -> "P15";
      case HARDSHIP -> "P17";
      case REPLY -> "P23";
      case VERIFICATION -> "P26";
      case BANK_DATA_STALE -> "P08";
      case DISPUTE, INSOLVENCY, MANUAL -> "I12";
    };
  }

  private static String sentence(HoldFacts hold) {
    String end =
        hold.until()
            .map(last -> " until " + last)
            .orElseGet(() -> ", reviewed every " + (daysOf(hold) == 1 ? "day" : daysOf(hold) + " days"));
    String why = hold.why().isBlank() ? "" : ": " + hold.why();
    return "waits: hold for " + Words.of(hold.kind()) + " since " + hold.since() + end + why;
  }
}
