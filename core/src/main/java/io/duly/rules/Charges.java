package io.duly.rules;

import io.duly.kernel.Money;
import io.duly.rules.ChargeAnswer.Charge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What may be charged on a claim under a rule pack: each kind of charge with its basis, or why
 * there is none (P02).
 */
public final class Charges {
  private final RulePack pack;
  private final Claim claim;
  private final AcceptedTerms terms;
  private final WhyNot whyNot;

  private Charges(RulePack pack, Claim claim) {
    this.pack = pack;
    this.claim = claim;
    this.terms = new AcceptedTerms(pack, claim);
    this.whyNot = new WhyNot(pack, claim);
  }

  public static Charges on(Claim claim, RulePack pack) {
    return new Charges(pack, claim);
  }

  /**
   * The first day of lateness: after the agreed day or the law's period; empty where there is
   * neither.
   */
  public Optional<LocalDate> lateFrom() {
    return switch (claim.due()) {
      case Due.Agreed agreed -> Optional.of(agreed.on().plusDays(1));
      case Due.NotAgreed open ->
          pack.periods().stream()
              .filter(period -> period.appliesTo().covers(claim.dealing()))
              .findFirst()
              .map(period -> period.lastOf(open).plusDays(1));
    };
  }

  /**
   * All that may be charged as of a day, that day counted: at least one answer for each kind, in
   * their order.
   */
  public List<ChargeAnswer> asOf(LocalDate day) {
    return lateFrom()
        .filter(first -> !day.isBefore(first))
        .map(first -> late(first, day))
        .orElseGet(() ->
            Arrays.stream(ChargeKind.values())
                .<ChargeAnswer>map(kind -> whyNot.notLate(kind, lateFrom(), day))
                .toList());
  }

  private List<ChargeAnswer> late(LocalDate first, LocalDate day) {
    var answers = new ArrayList<>(interest(new Period(first, day)));
    ChargeAnswer compensation = compensation(first);
    answers.add(compensation);
    answers.add(terms.lateFee(first).orElseGet(() -> whyNot.noBasis(ChargeKind.LATE_FEE)));
    Money fixed =
        compensation instanceof Charge charge
            ? charge.amount()
            : Money.zero(claim.amount().currency());
    answers.addAll(costs(new CostRule.Late(claim, first, day, fixed)));
    return List.copyOf(answers);
  }

  /** Interest on the days of a period, before anything is posted; see {@link PostedInterest}. */
  public List<ChargeAnswer> interest(Period wanted) {
    Optional<LocalDate> start = lateFrom().filter(first -> !wanted.to().isBefore(first));
    if (start.isEmpty()) {
      return List.of(whyNot.notLate(ChargeKind.INTEREST, lateFrom(), wanted.to()));
    }
    return interestRule(start.get())
        .map(rule -> interest(rule, start.get(), wanted))
        .orElseGet(() -> List.of(whyNot.noBasis(ChargeKind.INTEREST)));
  }

  private List<ChargeAnswer> interest(InterestRule rule, LocalDate late, Period wanted) {
    Optional<LocalDate> begins = rule.begins(claim, late);
    return begins
        .filter(first -> !wanted.to().isBefore(first))
        .map(first -> new InterestCharge(rule, claim, first, whyNot).over(wanted))
        .orElseGet(() -> List.of(whyNot.noNotice(rule.basis(), begins)));
  }

  /**
   * The rule of interest that begins on a day: the clause of valid terms, else the law's; empty
   * where neither is there.
   */
  public Optional<InterestRule> interestRule(LocalDate start) {
    return terms
        .interest()
        .or(() -> pack.interest().stream().filter(rule -> rule.holdsFor(claim, start)).findFirst());
  }

  /**
   * The first day of interest: of lateness, or after the notice that the law wants; empty where
   * none runs.
   */
  public Optional<LocalDate> interestFrom() {
    return lateFrom()
        .flatMap(late -> interestRule(late).flatMap(rule -> rule.begins(claim, late)));
  }

  /** What a person should know of the terms of this claim before charging on it. */
  public List<Remark> remarks() {
    return lateFrom().stream()
        .flatMap(late ->
            pack.limits().stream()
                .filter(limit -> limit.appliesTo().covers(claim.dealing()))
                .flatMap(limit ->
                    limit.on(claim, terms.interest(), late).stream()
                        .map(said -> new Remark(limit.basis(), said))))
        .toList();
  }

  private ChargeAnswer compensation(LocalDate first) {
    Money debt = claim.chargeable(first);
    return pack.compensations().stream()
        .filter(rule -> rule.holdsFor(claim))
        .findFirst()
        .map(rule ->
            debt.isPositive()
                ? rule.on(debt, first)
                : whyNot.nothingOpen(ChargeKind.COMPENSATION, new Period(first, first)))
        .orElseGet(() -> whyNot.noBasis(ChargeKind.COMPENSATION));
  }

  private List<ChargeAnswer> costs(CostRule.Late late) {
    List<ChargeAnswer> answers =
        terms
            .costs(late)
            .map(List::of)
            .orElseGet(() ->
                pack.costs().stream()
                    .filter(rule -> rule.holdsFor(claim))
                    .map(rule -> rule.on(late))
                    .toList());
    return answers.isEmpty() ? List.of(whyNot.noBasis(ChargeKind.COLLECTION_COST)) : answers;
  }
}
