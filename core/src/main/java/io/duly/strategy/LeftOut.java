package io.duly.strategy;

import java.util.Optional;

/**
 * Why a step is not taken by an invoice that has come to it. No other step is ever skipped
 * (invariant 6).
 */
enum LeftOut {
  TOO_LATE,
  TOO_SMALL,
  CONDITION,
  UNREACHABLE,
  CALL_WAITS;

  /** Empty where the step is to be taken, now or later. */
  static Optional<LeftOut> of(Step step, long dueOn, Standing standing) {
    if (step.isCourtesy() && dueOn < standing.today()) {
      return Optional.of(TOO_LATE);
    }
    if (standing.isSmall() && !(step.act() instanceof Act.WriteOff)) {
      return Optional.of(TOO_SMALL);
    }
    if (!step.conditions().isEmpty() && Conditions.unmet(step, standing).isPresent()) {
      return Optional.of(CONDITION);
    }
    return switch (step.act()) {
      case Act.Message message when Channels.reaching(message, standing).isEmpty() ->
          Optional.of(UNREACHABLE);
      case Act.Call _ when !standing.reaches(Channel.CALL) -> Optional.of(UNREACHABLE);
      case Act.Call _ when standing.hasTask(TaskKind.CALL) -> Optional.of(CALL_WAITS);
      case Act.Message _, Act.Call _, Act.Place _, Act.WriteOff _ -> Optional.empty();
    };
  }

  Reason reason(Step step, Standing standing) {
    String rule = this == TOO_LATE ? "I6" : standing.policy().ruleOf(step);
    return new Reason(rule, "left out " + step.id() + ": " + why(step, standing));
  }

  private String why(Step step, Standing standing) {
    return switch (this) {
      case TOO_LATE -> "the invoice is overdue already";
      case TOO_SMALL -> "the amount is too small to chase";
      case CONDITION ->
          "it is taken only where "
              + Conditions.unmet(step, standing)
                  .map(unmet -> Conditions.words(unmet, standing))
                  .orElse("it applies");
      case UNREACHABLE -> "the debtor cannot be reached that way";
      case CALL_WAITS -> "a call that was asked for earlier has not been made";
    };
  }
}
