package io.duly.cycle;

import io.duly.strategy.Reason;
import java.time.LocalDate;
import java.util.List;

/**
 * The latest decision of a case by a day.
 *
 * @param policy the policy and version that decided
 * @param reasons every reason, the deciding one first
 */
public record LastDecision(LocalDate decidedOn, String policy, List<Reason> reasons) {
  public LastDecision {
    reasons = List.copyOf(reasons);
  }
}
