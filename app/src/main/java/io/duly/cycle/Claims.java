package io.duly.cycle;

import io.duly.correspondence.sending.Waiting;
import io.duly.strategy.Act;
import io.duly.strategy.CaseSnapshot;
import io.duly.strategy.Policy;
import io.duly.strategy.Stage;
import io.duly.strategy.Step;
import io.duly.wording.Claim;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a message may say of what comes next, because policy and stage make it true (P12). */
final class Claims {
  private Claims() {}

  static Set<Claim> of(Waiting message, CaseSnapshot facts, Policy policy) {
    var stage = facts.existing().map(CaseSnapshot.CaseFacts::stage).orElse(Stage.COURTESY);
    var later = after(message.send().step(), policy);
    var claims = EnumSet.noneOf(Claim.class);
    if (!later.isEmpty()) {
      claims.add(Claim.FURTHER_STEPS);
    }
    if (stage == Stage.FINAL_DEMAND) {
      claims.add(Claim.FINAL_DEMAND);
    }
    if (stage.compareTo(Stage.FINAL_DEMAND) >= 0 && later.stream().anyMatch(step -> step.act() instanceof Act.Place)) {
      claims.add(Claim.AGENCY);
    }
    if (stage == Stage.PLACED) {
      claims.add(Claim.AGENCY_PLACED);
    }
    if (stage == Stage.LEGAL) {
      claims.addAll(Set.of(Claim.COURT, Claim.COURT_STARTED));
    }
    return claims;
  }

  /** Of a step that the policy does not have any more, none. */
  private static List<Step> after(String step, Policy policy) {
    return policy.steps().stream().dropWhile(one -> !one.id().equals(step)).skip(1).toList();
  }
}
