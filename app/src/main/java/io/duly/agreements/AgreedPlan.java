package io.duly.agreements;

import io.duly.kernel.CaseId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PlanId;
import io.duly.plans.Offer;
import io.duly.plans.OnMiss;
import io.duly.plans.Plan;
import io.duly.plans.PlanStanding;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A plan that was agreed, and how it stands.
 *
 * @param owed what was open, without what was contested, when it was agreed first
 * @param standing by what had come by the day that was asked for
 * @param graceUntil until when a missed instalment may still come
 * @param replaces the plan that was agreed before it
 * @param ended empty while it runs
 * @param invoices that it is about, beside charges
 */
public record AgreedPlan(
    PlanId id,
    CaseId caseId,
    Offer.Kind kind,
    Money owed,
    Plan plan,
    PlanStanding standing,
    LocalDate madeOn,
    OnMiss onMiss,
    int graceDays,
    PaidBy paidBy,
    Optional<String> ownWords,
    Optional<LocalDate> graceUntil,
    Optional<PlanId> replaces,
    Optional<Ended> ended,
    Set<InvoiceId> invoices) {

  /** @param why in a sentence */
  public record Ended(LocalDate on, How how, String why) {}

  /** How a plan ended. */
  public enum How {
    KEPT,
    BROKEN,
    RENEGOTIATED,
    SUPERSEDED
  }

  public boolean isRunning() {
    return ended.isEmpty();
  }

  /** How many instalments are paid in full, from the first. */
  public int paidInstalments() {
    return (int) standing.instalments().stream().takeWhile(line -> line.paidOn().isPresent()).count();
  }
}
