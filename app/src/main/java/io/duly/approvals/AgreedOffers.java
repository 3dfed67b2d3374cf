package io.duly.approvals;

import io.duly.agreements.Agreed;
import io.duly.agreements.Plans;
import io.duly.agreements.Promises;
import io.duly.cases.Recorded;
import io.duly.kernel.CaseId;
import io.duly.plans.Offer;
import io.duly.settlements.Settlements;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Records what was agreed within somebody's limits: a single payment as a promise, several as a plan, less than the debt as a settlement. */
@Component
public class AgreedOffers {
  private final Promises promises;
  private final Plans plans;
  private final Settlements settlements;

  AgreedOffers(Promises promises, Plans plans, Settlements settlements) {
    this.promises = promises;
    this.plans = plans;
    this.settlements = settlements;
  }

  /**
   * Records it.
   *
   * @param why it should be agreed; a settlement needs it
   * @param approvedBy the actor whose limits reach so far
   * @throws io.duly.cases.CannotRecord where it cannot be recorded
   */
  public void record(DSLContext tx, CaseId id, Agreed agreed, String why, String approvedBy, Recorded by) {
    var offer = agreed.offer();
    if (offer.kind() == Offer.Kind.SETTLEMENT) {
      settlements.record(tx, id, agreed, why, approvedBy, by);
    } else if (offer.plan().instalments().size() > 1) {
      plans.record(tx, id, agreed, by);
    } else {
      var only = offer.plan().instalments().getFirst();
      promises.record(tx, id, only.amount(), only.dueOn(), agreed.ownWords(), by);
    }
  }
}
