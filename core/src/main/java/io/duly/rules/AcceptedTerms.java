package io.duly.rules;

import io.duly.kernel.Money;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The terms of a claim, as far as they were accepted before the work and the law lets them speak
 * (P01, P02).
 */
record AcceptedTerms(RulePack pack, Claim claim) {

  /** The terms, where they can be the basis of such a charge. */
  Optional<Terms> allow(ChargeKind kind) {
    return claim
        .terms()
        .filter(terms -> !terms.acceptedOn().isAfter(claim.contractedOn()))
        .filter(_ -> pack.refusal(kind, claim.dealing()).filter(Refusal::termsToo).isEmpty());
  }

  Optional<InterestRule> interest() {
    return allow(ChargeKind.INTEREST).flatMap(_ -> InterestRule.agreed(claim));
  }

  /** The fee on what was late on the first day; empty where no terms give one. */
  Optional<ChargeAnswer> lateFee(LocalDate start) {
    return allow(ChargeKind.LATE_FEE)
        .flatMap(terms -> terms.lateFee().map(clause -> lateFee(terms, clause, start)));
  }

  private ChargeAnswer lateFee(Terms terms, Terms.LateFee clause, LocalDate start) {
    Money late = claim.chargeable(start);
    if (!late.isPositive()) {
      return new WhyNot(pack, claim).nothingOpen(ChargeKind.LATE_FEE, new Period(start, start));
    }
    Fraction exact =
        Fraction.of(clause.fixed().minor())
            .plus(Fraction.of(clause.percent()).times(late.minor()).dividedBy(100));
    Money fee =
        clause
            .fixed()
            .plus(
                exact
                    .minus(Fraction.of(clause.fixed().minor()))
                    .toMoney(late.currency(), RoundingMode.HALF_EVEN));
    return new ChargeAnswer.Charge(
        ChargeKind.LATE_FEE,
        terms.clause(claim.jurisdiction(), "late fee"),
        new Period(start, start),
        exact,
        fee,
        List.of(),
        clause.fixed()
            + " and "
            + clause.percent().toPlainString()
            + " % of "
            + late
            + ", once, as agreed");
  }

  /** Evidenced costs up to what was agreed; empty where no terms give any. */
  Optional<ChargeAnswer> costs(CostRule.Late late) {
    return allow(ChargeKind.COLLECTION_COST)
        .flatMap(terms -> terms.collectionCosts().map(most -> costs(terms, most, late)));
  }

  private ChargeAnswer costs(Terms terms, Money most, CostRule.Late late) {
    Basis clause = terms.clause(claim.jurisdiction(), "collection costs");
    return new AgreedCosts(clause, most).on(late);
  }
}
