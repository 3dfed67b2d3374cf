package io.duly.correspondence.template;

import io.duly.strategy.Act;
import io.duly.strategy.Policy;
import io.duly.strategy.Step;
import io.duly.wording.Claim;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a message of a kind may announce because the creditor's policy foresees it. No policy foresees a court. */
public final class Bearing {
  private Bearing() {}

  public static Set<Claim> of(Policy policy, Kind kind) {
    var claims = EnumSet.noneOf(Claim.class);
    var later = after(policy.steps(), kind);
    if (kind.isDemand() && !later.isEmpty()) {
      claims.add(Claim.FURTHER_STEPS);
    }
    if (kind == Kind.FINAL_DEMAND) {
      claims.add(Claim.FINAL_DEMAND);
      if (later.stream().anyMatch(step -> step.act() instanceof Act.Place)) {
        claims.add(Claim.AGENCY);
      }
    }
    return claims;
  }

  private static List<Step> after(List<Step> steps, Kind kind) {
    for (int at = steps.size() - 1; at >= 0; at--) {
      if (steps.get(at).act() instanceof Act.Message message && message.template().equals(kind.word())) {
        return steps.subList(at + 1, steps.size());
      }
    }
    return List.of();
  }
}
