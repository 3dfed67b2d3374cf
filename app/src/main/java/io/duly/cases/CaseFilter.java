package io.duly.cases;

import io.duly.strategy.NextAction;
import io.duly.strategy.Stage;
import java.util.Optional;

/**
 * Which cases to list.
 *
 * @param creditor by name
 * @param debtor words of the name, another spelling of it, or the creditor's number
 * @param stage closed cases are listed only when asked for
 * @param next the next action
 * @param limit at most that many, 1 to 10,000
 */
public record CaseFilter(
    Optional<String> creditor, Optional<String> debtor, Optional<Stage> stage, Optional<NextAction.Kind> next, int limit) {

  public CaseFilter {
    if (limit < 1 || limit > 10_000) {
      throw new IllegalArgumentException("The limit lies between 1 and 10,000, not " + limit);
    }
  }

  /** The open cases, in the order of the worklist. */
  public static CaseFilter open(int limit) {
    return new CaseFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
  }
}
