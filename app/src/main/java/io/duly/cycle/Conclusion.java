package io.duly.cycle;

import io.duly.kernel.CaseId;
import io.duly.strategy.Decision;
import io.duly.strategy.Reason;
import io.duly.strategy.Stage;

/**
 * A decision and the case to which it applies.
 *
 * @param isNew the case is opened with it
 * @param reasons the decision's, as JSON: an array of {@code rule} and {@code text}
 */
record Conclusion(CaseId caseId, boolean isNew, Outcome.Decided decided, String reasons) {

  static Conclusion of(CaseId caseId, boolean isNew, Outcome.Decided decided) {
    var reasons = new JsonText().objects(decided.decision().reasons(), Conclusion::reason);
    return new Conclusion(caseId, isNew, decided, reasons.toString());
  }

  private static void reason(JsonText json, Reason reason) {
    json.field("rule", reason.rule()).field("text", reason.text());
  }

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
