package io.duly.cycle;

import io.duly.strategy.Decision;

/** What came of deciding an account. */
sealed interface Outcome {
  Account account();

  /** Decided; never {@link Decision.None}. */
  record Decided(Account account, String policy, Decision decision) implements Outcome {
    boolean contacts() {
      return switch (decision.action()) {
        case Decision.Send _ -> true;
        case Decision.Ask ask -> ask.kind() == io.duly.strategy.TaskKind.CALL;
        case Decision.Wait _, Decision.Close _, Decision.None _ -> false;
      };
    }
  }

  /** @param error what went wrong, without personal data */
  record Failed(Account account, String error) implements Outcome {}
}
