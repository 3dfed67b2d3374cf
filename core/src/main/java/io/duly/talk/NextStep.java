package io.duly.talk;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** What comes after a call (P33: no case is without it). */
public enum NextStep {
  CALL,
  VERIFY,
  AWAIT_PAYMENT,
  BETTER_CONTACT,
  LOOK_AGAIN,
  MANAGER,
  /** The next daily run decides by the policy. */
  BY_POLICY;

  private static final int DAYS_TO_CALL_AGAIN = 4;
  private static final int DAYS_TO_CALL_BACK = 2;
  private static final int DAYS_TO_VERIFY = 3;
  private static final int DAYS_TO_LOOK = 7;

  /** A step and the day on which it is due. */
  public record Due(NextStep step, LocalDate on) {}

  /** As forms and tables spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The step of that word. */
  public static Optional<NextStep> of(String word) {
    for (NextStep step : values()) {
      if (step.word().equals(word)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  /**
   * What usually comes after a call; a person may choose otherwise.
   *
   * @param reasonGiven the debtor said why nothing was paid
   * @param agreedOn when the last payment that was agreed is due
   */
  public static Due usual(CallOutcome outcome, boolean reasonGiven, Optional<LocalDate> agreedOn, LocalDate today, BankDays days) {
    return switch (outcome) {
      case REACHED ->
          agreedOn
              .map(on -> new Due(AWAIT_PAYMENT, on))
              .orElseGet(
                  () ->
                      reasonGiven
                          ? new Due(VERIFY, days.onOrAfter(today.plusDays(DAYS_TO_VERIFY)))
                          : new Due(LOOK_AGAIN, days.onOrAfter(today.plusDays(DAYS_TO_LOOK))));
      case MESSAGE_LEFT, NO_ANSWER, NOT_CONNECTED -> new Due(CALL, days.onOrAfter(today.plusDays(DAYS_TO_CALL_AGAIN)));
      case CALL_BACK -> new Due(CALL, days.onOrAfter(today.plusDays(DAYS_TO_CALL_BACK)));
      case WRONG_NUMBER -> new Due(BETTER_CONTACT, days.onOrAfter(today.plusDays(1)));
    };
  }
}
