package io.duly.desk.bargain;

import io.duly.agreements.AgreedPlan;
import io.duly.calls.Sheet;
import io.duly.cases.CaseHead;
import io.duly.kernel.Money;
import io.duly.plans.Plan;
import io.duly.plans.Valued;
import java.util.List;
import java.util.Optional;

/**
 * What the page of an agreement shows.
 *
 * @param typed what stands in the form for a new agreement
 * @param plans the latest first
 * @param beside what is due beside the running plan
 * @param change what stands in the form that changes it
 * @param changed what that comes to; empty where nothing is asked for or it does not work
 * @param problem why it does not, as a word
 */
public record AgreementSheet(
    CaseHead head, String debtor, Sheet typed, Bargain bargain, List<AgreedPlan> plans, Money beside, Change change, Optional<Valued> changed, Optional<String> problem) {
  public AgreementSheet {
    plans = List.copyOf(plans);
  }

  public Optional<AgreedPlan> running() {
    return plans.stream().filter(AgreedPlan::isRunning).findFirst();
  }

  public Optional<Plan> anew() {
    return changed.map(one -> one.offer().plan());
  }

  public String address() {
    return "/cases/" + head.number() + "/agreement";
  }
}
