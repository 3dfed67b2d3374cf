package io.duly.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Says what to do with a case on a day. The rules are asked in order and the first that has an
 * answer decides; each names itself in the reasons. Pure and total: the same arguments give the
 * same decision, and every snapshot gets one.
 */
public final class Decider {
  private static final List<Rule> RULES =
      List.of(
          Settled::nothingOpen,
          Elsewhere::placedOrInCourt,
          BankRules::unallocatedMoney,
          HoldRules::inForce,
          CareRules::notLookedAt,
          BankRules::bankDataTooOld,
          CareRules::takenUpGently,
          PromiseRules::missed,
          PlanRules::fellDue,
          PlanRules::settled,
          PlanRules::inGrace,
          PromiseRules::running,
          PlanRules::running,
          OfficeRules::draftNotSent,
          OfficeRules::answerOwed,
          OfficeRules::numberMissing,
          OfficeRules::callOpen,
          Settled::chargesLeft,
          OfficeRules::whollyDisputed,
          OfficeRules::nobodyReachable,
          OfficeRules::partlyDisputed,
          Climb::nextStep);

  private Decider() {}

  /**
   * Decides one case.
   *
   * @param snapshot what was known of it on {@code date}
   * @param policy followed for it
   * @param date the business date
   */
  public static Decision decide(CaseSnapshot snapshot, Policy policy, LocalDate date) {
    Standing standing = Standing.of(snapshot, policy, date);
    for (Rule rule : RULES) {
      Optional<Decision> decision = rule.decide(standing);
      if (decision.isPresent()) {
        return opensNoCaseForNothing(standing, decision.get());
      }
    }
    return LadderEnd.review(standing);
  }

  /** Before anything is overdue a case is opened only for a note that goes out today (P05). */
  private static Decision opensNoCaseForNothing(Standing standing, Decision decision) {
    if (standing.existing().isPresent() || standing.balance().anyOverdue()) {
      return decision;
    }
    return switch (decision.action()) {
      case Decision.Send _, Decision.None _ -> decision;
      case Decision.Ask _, Decision.Wait _, Decision.Close _ -> Settled.noCase(decision);
    };
  }
}
