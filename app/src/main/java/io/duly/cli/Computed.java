package io.duly.cli;

import io.duly.kernel.Money;
import io.duly.rules.ChargeAnswer;
import io.duly.rules.ChargeAnswer.Charge;
import io.duly.rules.ChargeAnswer.NoCharge;
import io.duly.rules.ChargeKind;
import io.duly.rules.Charges;
import io.duly.rules.Claim;
import io.duly.rules.CourtFee;
import io.duly.rules.CourtFees;
import io.duly.rules.Remark;
import io.duly.rules.RulePack;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the rules say of a debt that was named at the command line.
 *
 * @param open of the principal after the last day
 * @param court what a court would ask for beginning the claim; not part of the sum
 */
record Computed(
    Claim claim,
    RulePack pack,
    Optional<LocalDate> lateFrom,
    LocalDate to,
    List<Charge> charges,
    List<NoCharge> nothing,
    List<Remark> remarks,
    Money open,
    Optional<Court> court) {

  /**
   * The fee for a claim.
   *
   * @param counted what it is counted on
   * @param amount empty where the scale that was read ends below that
   */
  record Court(CourtFee fee, Money counted, Optional<Money> amount) {}

  static Computed of(Claim claim, RulePack pack, Charges rules, CourtFees fees, LocalDate to) {
    var answers = rules.asOf(to);
    var charges = answers.stream().flatMap(Computed::charge).toList();
    var nothing = answers.stream().flatMap(Computed::none).toList();
    var open = open(claim, to);
    var interest = sum(charges, claim, one -> one.kind() == ChargeKind.INTEREST);
    return new Computed(
        claim, pack, rules.lateFrom(), to, charges, nothing, rules.remarks(), open, court(claim, fees, open, interest, to));
  }

  private static Stream<Charge> charge(ChargeAnswer answer) {
    return answer instanceof Charge charge ? Stream.of(charge) : Stream.empty();
  }

  private static Stream<NoCharge> none(ChargeAnswer answer) {
    return answer instanceof NoCharge none ? Stream.of(none) : Stream.empty();
  }

  /** Contested parts with it. */
  private static Money open(Claim claim, LocalDate to) {
    return claim.changes().stream()
        .filter(change -> !change.on().isAfter(to))
        .map(change -> change.principal())
        .reduce(claim.amount(), Money::minus);
  }

  private static Money sum(List<Charge> charges, Claim claim, Predicate<Charge> which) {
    return charges.stream().filter(which).map(Charge::amount).reduce(Money.zero(claim.amount().currency()), Money::plus);
  }

  private static Optional<Court> court(Claim claim, CourtFees fees, Money open, Money interest, LocalDate to) {
    var place = claim.jurisdiction().equals("GB") ? "GB-EAW" : claim.jurisdiction();
    return fees.of(place, to)
        .filter(fee -> open.isPositive() && fee.least().currency().equals(open.currency()))
        .map(fee -> {
          var counted = fee.counted(open, interest);
          return new Court(fee, counted, fee.reaches(counted) ? Optional.of(fee.on(counted)) : Optional.empty());
        });
  }

  Money charged() {
    return sum(charges, claim, _ -> true);
  }

  Money owed() {
    return open.plus(charged());
  }
}
