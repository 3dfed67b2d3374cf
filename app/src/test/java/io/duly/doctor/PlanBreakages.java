package io.duly.doctor;

import static io.duly.doctor.Breakage.seenBy;
import static io.duly.doctor.Breakages.renamed;

import java.util.List;
import java.util.Set;

/** Ways to break plans. */
final class PlanBreakages {
  private PlanBreakages() {}

  static List<Breakage> all() {
    return List.of(
        seenBy("plan-sum", "update agreements.plan set owed = 8001, debt = 8001 where id = $plan"),
        seenBy("plan-sum", "update agreements.instalment set amount = 3999 where plan_id = $plan and nth = 2"),
        seenBy("plan-sum", "delete from agreements.plan_line where plan_id = $plan"),
        seenBy("plan-days", "update agreements.instalment set due_on = '2026-03-19' where plan_id = $plan and nth = 2"),
        seenBy("plan-days", "update agreements.instalment set nth = 3 where plan_id = $plan and nth = 2"),
        seenBy("plan-goes-on", "update agreements.plan set ended_on = null, ended = null, ended_why = null where id = $plan"),
        seenBy("instalment-of-plan", "update agreements.promise set outcome = null, judged_on = null, due_on = '2026-03-03' where id = $instalment"),
        seenBy("plan-entry", renamed("plan-made", "$case2")),
        seenBy("plan-entry", renamed("plan-ended", "$case2")),
        seenBy("plan-entry", "update agreements.plan set ended = 'kept' where id = $plan"),
        seenBy("settlement-reason", "update agreements.plan set kind = 'settlement', debt = 7999, interest = 1 where id = $plan"),
        seenBy("settlement-reason", "insert into agreements.settlement (plan_id, creditor_id, why, approved_by) values ($plan, $Brightwell, 'no money', 'person:ada')"),
        seenBy("settlement-rest", "update agreements.plan set kind = 'settlement', debt = 7999, interest = 1 where id = $plan",
            "insert into agreements.settlement (plan_id, creditor_id, why, approved_by, released_on, written_off, waived) values ($plan, $Brightwell, 'no money', 'person:ada', '2026-03-04', 1, 0)"),
        seenBy(Set.of("plan-sum", "plan-days"), "update agreements.instalment set nth = 4, amount = 1 where plan_id = $plan and nth = 2"));
  }
}
