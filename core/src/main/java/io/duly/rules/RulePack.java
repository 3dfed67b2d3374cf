package io.duly.rules;

import java.util.List;
import java.util.Optional;

/**
 * What the law of one place says of charges and of what a payment goes to.
 *
 * @param name as in {@code de}
 * @param jurisdictions ISO 3166 codes that it is the law of; empty for the pack of all other places
 * @param periods of payment where none was agreed
 * @param interest rules, the first that holds is taken
 * @param compensations rules, the first that holds is taken
 * @param costs rules, all that hold are taken
 * @param refusals what the law does not give or forbids
 * @param limits of what terms may agree, of which a person is told
 * @param restsDuring what stops all charges while it lasts
 * @param allocation the order in which a payment is used
 */
public record RulePack(
    String name,
    List<String> jurisdictions,
    List<PaymentPeriod> periods,
    List<InterestRule> interest,
    List<CompensationRule> compensations,
    List<CostRule> costs,
    List<Refusal> refusals,
    List<Limit> limits,
    List<Peace> restsDuring,
    AllocationRule allocation) {

  public RulePack {
    jurisdictions = List.copyOf(jurisdictions);
    periods = List.copyOf(periods);
    interest = List.copyOf(interest);
    compensations = List.copyOf(compensations);
    costs = List.copyOf(costs);
    refusals = List.copyOf(refusals);
    limits = List.copyOf(limits);
    restsDuring = List.copyOf(restsDuring);
  }

  /** What may hold a debtor in peace. */
  public enum Peace {
    /** Breathing space. */
    HARDSHIP,
    INSOLVENCY
  }

  Optional<Refusal> refusal(ChargeKind kind, Dealing dealing) {
    return refusals.stream().filter(refusal -> refusal.holdsFor(kind, dealing)).findFirst();
  }
}
