package io.duly.agreements;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.kernel.CaseId;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import io.duly.kernel.PlanId;
import io.duly.plans.Offer;
import io.duly.plans.Plan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Plans (P28). One runs per case, and its next instalment is the one promise that runs. A plan is never changed: what is agreed anew is
 * another plan that replaces it.
 */
@Component
public final class Plans {
  private final CaseJournal cases;
  private final Promises promises;
  private final PlanStore store;
  private final Mandates mandates;
  private final IdSource ids;

  Plans(CaseJournal cases, Promises promises, PlanStore store, Mandates mandates, IdSource ids) {
    this.cases = cases;
    this.promises = promises;
    this.store = store;
    this.mandates = mandates;
    this.ids = ids;
  }

  /** What can be agreed about today: what is open without what is contested, charges among it. */
  public Money owed(DSLContext tx, CaseId id, LocalDate today) {
    return Covered.of(tx, cases.head(tx, id), today).owed();
  }

  /** Of that what is due already, charges among it. */
  public Money due(DSLContext tx, CaseId id, LocalDate today) {
    return Covered.of(tx, cases.head(tx, id), today).due().owed();
  }

  /** What is due beside the running plan; all that is due where none runs. */
  public Money beside(DSLContext tx, CaseId id, LocalDate today) {
    return store.beside(tx, cases.head(tx, id), today);
  }

  /**
   * Records a plan about all that is owed, or all of it that is due; a promise or a plan that still runs is superseded. While it runs nobody is asked for what it is
   * about.
   *
   * @throws CannotRecord where the case is closed, the offer is no plan, no longer about what is owed, or by direct debit and cannot be collected
   */
  public PlanId record(DSLContext tx, CaseId id, Agreed agreed, Recorded by) {
    if (agreed.offer().kind() != Offer.Kind.PART_AND_REST && agreed.offer().kind() != Offer.Kind.INSTALMENTS) {
      throw new CannotRecord("A single payment is a promise, not a plan.");
    }
    return made(tx, id, agreed, by);
  }

  /**
   * Records a settlement as the plan that runs: a part of what is owed, by its days; {@code settlements} knows why and what follows.
   *
   * @throws CannotRecord where the case is closed, or the offer is no settlement or no longer about what is owed
   */
  public PlanId settle(DSLContext tx, CaseId id, Agreed agreed, Recorded by) {
    if (agreed.offer().kind() != Offer.Kind.SETTLEMENT) {
      throw new CannotRecord("A settlement is below the debt.");
    }
    return made(tx, id, agreed, by);
  }

  private PlanId made(DSLContext tx, CaseId id, Agreed agreed, Recorded by) {
    var head = locked(tx, id);
    var covered = Covered.of(tx, head, by.on()).about(agreed.offer().owed());
    if (!covered.owed().equals(agreed.offer().owed())) {
      throw new CannotRecord("Of case " + head.number() + " " + covered.owed() + " is open now, not " + agreed.offer().owed() + ": look at the plan again.");
    }
    mandates.requireFor(tx, head, agreed, 0, by.on());
    promises.supersede(tx, id, by);
    var plan = new PlanId(ids.next());
    store.insert(tx, head, new PlanStore.Made(plan, agreed, covered.lines(), Optional.empty()), by);
    tell(tx, head, "plan-made", agreed.offer().kind() == Offer.Kind.SETTLEMENT ? "A settlement is agreed: " : "A plan is agreed: ", plan, agreed, by);
    return plan;
  }

  /**
   * Agrees the running plan anew. What was paid stays as it was; what was open under it is still the debt, with what is owed beside it where
   * the new plan is about more.
   *
   * @param plan the whole of it, with the instalments that were paid, as {@link io.duly.plans.Renegotiated} makes it
   * @param how terms; the offer in it is left aside
   * @throws CannotRecord where no plan runs, what was paid is not the beginning of the new one, or it is about less or more than is owed
   */
  public PlanId renegotiate(DSLContext tx, CaseId id, Plan plan, Agreed how, Recorded by) {
    var head = locked(tx, id);
    var before = running(tx, id, by.on()).orElseThrow(() -> new CannotRecord("No plan runs in case " + head.number() + "; make one."));
    requireContinues(head, before, plan);
    var agreed = new Agreed(new Offer(Offer.Kind.INSTALMENTS, plan.debt(), plan), how.onMiss(), how.graceDays(), how.paidBy(), how.ownWords());
    mandates.requireFor(tx, head, agreed, before.paidInstalments(), by.on());
    var lines = store.linesFor(tx, head, before, plan.debt(), by.on());
    store.end(tx, before.id(), AgreedPlan.How.RENEGOTIATED, "agreed anew", by);
    promises.endRunning(tx, head, by);
    var next = new PlanId(ids.next());
    store.insert(tx, head, new PlanStore.Made(next, agreed, lines, Optional.of(before)), by);
    tell(tx, head, "plan-renegotiated", "The plan is agreed anew: ", next, agreed, by);
    return next;
  }

  private static void requireContinues(CaseHead head, AgreedPlan before, Plan plan) {
    if (before.kind() == Offer.Kind.SETTLEMENT) {
      throw new CannotRecord("A settlement is not agreed anew; it is paid by its day, or the whole debt is owed again.");
    }
    int kept = before.paidInstalments();
    boolean same = plan.instalments().size() > kept && plan.instalments().subList(0, kept).equals(before.plan().instalments().subList(0, kept));
    if (!same || !plan.interest().equals(before.plan().interest()) || plan.debt().compareTo(before.plan().debt()) < 0) {
      throw new CannotRecord("The plan of case " + head.number() + " moved on meanwhile: " + kept + " instalments are paid. Look at it again.");
    }
  }

  /**
   * Ends the plan that runs: what is left is asked for like everything else.
   *
   * @param why in a sentence
   * @throws CannotRecord where no plan runs or nothing is said
   */
  public void end(DSLContext tx, CaseId id, String why, Recorded by) {
    var head = locked(tx, id);
    if (why.isBlank()) {
      throw new CannotRecord("Say why the plan ends.");
    }
    var before = running(tx, id, by.on()).orElseThrow(() -> new CannotRecord("No plan runs in case " + head.number() + "."));
    promises.endRunning(tx, head, by);
    store.end(tx, before.id(), AgreedPlan.How.SUPERSEDED, why.strip(), by);
    cases.write(tx, List.of(head), "plan-ended", "The plan is ended: " + why.strip(), java.util.Map.of("plan", before.id().toString(), "why", why.strip()), by);
  }

  /** The plan that runs in a case, as it stands today. */
  public Optional<AgreedPlan> running(DSLContext tx, CaseId id, LocalDate today) {
    return all(tx, id, today).stream().filter(AgreedPlan::isRunning).findFirst();
  }

  /** All plans of a case as they stand today, the latest first. */
  public List<AgreedPlan> all(DSLContext tx, CaseId id, LocalDate today) {
    return PlanRows.of(tx, id, today);
  }

  private CaseHead locked(DSLContext tx, CaseId id) {
    var head = cases.open(tx, id);
    cases.locked(tx, List.of(id));
    return head;
  }

  private void tell(DSLContext tx, CaseHead head, String kind, String begin, PlanId plan, Agreed agreed, Recorded by) {
    cases.write(tx, List.of(head), kind, begin + PlanWords.of(agreed), PlanWords.facts(plan, agreed), by);
  }
}
