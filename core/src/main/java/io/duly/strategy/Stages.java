package io.duly.strategy;

import io.duly.strategy.CaseSnapshot.CaseFacts;
import io.duly.strategy.CaseSnapshot.InvoiceFacts;
import io.duly.strategy.CaseSnapshot.StepTaken;
import java.util.List;
import java.util.Optional;

/**
 * The stage of a case. It goes forward with the steps that are taken and back only where every
 * invoice that had brought it so far is settled: then the case stands where the invoices still open
 * have brought it.
 */
final class Stages {
  private Stages() {}

  static Stage before(
      Optional<CaseFacts> existing, Balance balance, List<InvoiceFacts> invoices, Policy policy) {
    Stage least = balance.anyOverdue() ? Stage.REMINDER : Stage.COURTESY;
    if (existing.isEmpty()) {
      return least;
    }
    Stage known = existing.get().stage();
    if (known.compareTo(Stage.REMINDER) <= 0) {
      return later(known, least);
    }
    return known.compareTo(Stage.PLACED) >= 0 ? known : fallen(known, least, invoices, policy);
  }

  static Stage after(Stage stage, Act act) {
    return switch (act) {
      case Act.Message message -> later(stage, message.stage());
      case Act.Call call -> later(stage, call.stage());
      case Act.Place _, Act.WriteOff _ -> stage;
    };
  }

  private static Stage fallen(
      Stage known, Stage least, List<InvoiceFacts> invoices, Policy policy) {
    Stage reached = least;
    for (InvoiceFacts invoice : invoices) {
      if (invoice.open() <= 0) {
        continue;
      }
      for (StepTaken taken : invoice.steps()) {
        if (CaseSnapshot.CareFacts.isStep(taken.step())) {
          continue;
        }
        int index = policy.indexOf(taken.step());
        if (index < 0) {
          return known; // a step of an earlier policy: how severe it was is not known, so nothing
          // is taken back
        }
        reached = after(reached, policy.steps().get(index).act());
      }
    }
    return reached.compareTo(known) < 0 ? reached : known;
  }

  private static Stage later(Stage one, Stage other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
