package io.duly.talk;

import java.util.Locale;
import java.util.Optional;

/** What came of a call. */
public enum CallOutcome {
  REACHED,
  MESSAGE_LEFT,
  NO_ANSWER,
  WRONG_NUMBER,
  /** Somebody was reached, and the debtor will call us back. */
  CALL_BACK,
  NOT_CONNECTED;

  /** As forms and tables spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The outcome of that word. */
  public static Optional<CallOutcome> of(String word) {
    for (CallOutcome outcome : values()) {
      if (outcome.word().equals(word)) {
        return Optional.of(outcome);
      }
    }
    return Optional.empty();
  }
}
