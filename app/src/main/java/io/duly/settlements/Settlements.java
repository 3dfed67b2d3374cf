package io.duly.settlements;

import io.duly.agreements.Agreed;
import io.duly.agreements.Plans;
import io.duly.cases.CannotRecord;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.kernel.CaseId;
import io.duly.kernel.PlanId;
import io.duly.plans.Offer;
import io.duly.plans.OnMiss;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Records settlements, only where it is on record why the whole will hardly be recovered. */
@Component
public final class Settlements {
  private static final int LONGEST = 2_000;
  /** What a person recorded and checked, or a hold that says it. */
  private static final String GROUND =
      """
      select x.ground from (
        select r.verified_on as since, 'reason confirmed: ' || replace(r.category, '_', ' ') as ground from cases.reason r
         where r.case_id = ? and r.category in ('no_money', 'hardship') and r.outcome = 'confirmed'
        union all
        select h.since, 'hold: ' || replace(h.kind, '_', ' ') from cases.hold h join cases.recovery_case c on c.debtor_id = h.debtor_id and c.id = ?
         where h.kind in ('insolvency', 'hardship') and (h.case_id is null or h.case_id = c.id) and h.lifted_on is null and h.since <= ?::date and (h.until is null or h.until >= ?::date)) x
       order by x.since desc limit 1
      """;

  private final CaseJournal cases;
  private final Plans plans;

  Settlements(CaseJournal cases, Plans plans) {
    this.cases = cases;
    this.plans = plans;
  }

  /** Why the whole will hardly be recovered, as it is on record; empty where nothing is, and then no settlement may be offered. */
  public Optional<String> ground(DSLContext tx, CaseId id, LocalDate today) {
    return tx.fetchOptional(GROUND, id.value(), id.value(), today, today).map(row -> row.get(0, String.class));
  }

  /**
   * Records a settlement. While it runs nobody is asked for the debt; it bears no interest unless it breaks.
   *
   * @param agreed its offer is below what is owed; what it says of a miss is left aside, for the whole debt is owed again then
   * @param why in the words of who agreed it
   * @param approvedBy the actor who said yes, which may be the same where their limits reach so far
   * @throws CannotRecord where nothing on record says that the whole will hardly be recovered, no reason is given, or it is no longer about what is owed
   */
  public PlanId record(DSLContext tx, CaseId id, Agreed agreed, String why, String approvedBy, Recorded by) {
    if (agreed.offer().kind() != Offer.Kind.SETTLEMENT) {
      throw new CannotRecord("A settlement is below the debt; what is about all of it is a plan or a promise.");
    }
    if (why.isBlank() || why.length() > LONGEST) {
      throw new CannotRecord("Say why the whole will hardly be recovered, in up to " + LONGEST + " signs.");
    }
    var head = cases.open(tx, id);
    var ground = ground(tx, id, by.on()).orElseThrow(() ->
        new CannotRecord("Nothing on record in case " + head.number() + " says that the whole will hardly be recovered: record the reason and check it first."));
    var strict = new Agreed(agreed.offer(), OnMiss.FALLS_DUE, agreed.graceDays(), agreed.paidBy(), agreed.ownWords());
    var plan = plans.settle(tx, id, strict, by);
    tx.execute("insert into agreements.settlement (plan_id, creditor_id, why, approved_by) values (?, ?, ?, ?)", plan.value(), head.creditor().value(), why.strip(), approvedBy);
    var offer = agreed.offer();
    var facts = Map.of(
        "plan", plan.toString(), "forgiven", offer.forgiven().plain(), "currency", head.currency().getCurrencyCode(), "why", why.strip(), "ground", ground, "approvedBy", approvedBy);
    cases.write(
        tx, List.of(head), "settlement-made",
        "Settlement: " + offer.plan().debt() + " of " + offer.owed() + " by " + offer.plan().lastOn() + "; " + offer.forgiven() + " is let go if it comes in time. Why: " + why.strip(), facts, by);
    return plan;
  }
}
