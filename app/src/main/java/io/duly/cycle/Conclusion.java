package io.duly.cycle;

import io.duly.kernel.CaseId;
import io.duly.strategy.Decision;
import io.duly.strategy.Stage;

/**
 * A decision and the case to which it applies.
 *
 * @param isNew the case is opened with it
 */
record Conclusion(CaseId caseId, boolean isNew, Outcome.Decided decided) {

  Account account() {
    return decided.account();
  }

  Decision decision() {
    return decided.decision();
  }

  /** The stage the case was in; one that is opened now had none. */
  Stage stageBefore() {
    return account().open.map(OpenCase::stage).orElse(decision().stage());
  }

  boolean isClosed() {
    return decision().action() instanceof Decision.Close;
  }

  String because() {
    return decision().reasons().getFirst().text();
  }
}
