package io.duly.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.Money;
import io.duly.rules.ChargeAnswer.Charge;
import io.duly.rules.ChargeAnswer.NoCharge;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Debts and what is said of them, in few words. */
final class ChargesFixture {
  static final RulePacks PACKS = RulePacks.shipped();

  private ChargesFixture() {}

  static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  static Money pounds(String major) {
    return Money.ofMajor(new BigDecimal(major), Currency.getInstance("GBP"));
  }

  static Money euros(String major) {
    return Money.ofMajor(new BigDecimal(major), Currency.getInstance("EUR"));
  }

  /** A debt between businesses under a contract of the month before it was due. */
  static Claim business(String jurisdiction, Money amount, String due) {
    return Claim.unpaid(
        jurisdiction, Dealing.BUSINESS, day(due).minusDays(30), new Due.Agreed(day(due)), amount);
  }

  static Claim consumer(String jurisdiction, Money amount, String due) {
    return Claim.unpaid(
        jurisdiction, Dealing.CONSUMER, day(due).minusDays(30), new Due.Agreed(day(due)), amount);
  }

  static Claim unknown(String jurisdiction, Money amount, String due) {
    return Claim.unpaid(
        jurisdiction, Dealing.UNKNOWN, day(due).minusDays(30), new Due.Agreed(day(due)), amount);
  }

  /** Terms accepted with a yearly rate and nothing else. */
  static Terms rate(String yearlyPercent, Compounding compounding, String acceptedOn) {
    return new Terms(
        "2026-1",
        day(acceptedOn),
        Optional.of(new Terms.AgreedInterest(new BigDecimal(yearlyPercent), compounding)),
        Optional.empty(),
        Optional.empty());
  }

  static Recovery spent(Money costs) {
    return new Recovery(
        Optional.empty(), Optional.empty(), Optional.of(costs), Optional.empty(), List.of());
  }

  static Recovery notice(String deliveredOn, Optional<BigDecimal> vat) {
    return new Recovery(
        Optional.of(day(deliveredOn)), vat, Optional.empty(), Optional.empty(), List.of());
  }

  static Recovery collector(String on, Money billed, boolean paidAtFirstDemand) {
    var collector = new Recovery.Collector(day(on), billed, paidAtFirstDemand);
    return new Recovery(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(collector), List.of());
  }

  static Charges charges(Claim claim) {
    return Charges.on(claim, PACKS.of(claim.jurisdiction()));
  }

  static Said on(Claim claim, String day) {
    return new Said(charges(claim).asOf(day(day)));
  }

  /** What the rules said of a claim. */
  record Said(List<ChargeAnswer> answers) {

    List<Charge> charges(ChargeKind kind) {
      return answers.stream()
          .filter(answer -> answer.kind() == kind)
          .filter(Charge.class::isInstance)
          .map(Charge.class::cast)
          .toList();
    }

    Charge charge(ChargeKind kind) {
      assertThat(charges(kind)).as("charges of kind " + kind + " in " + answers).hasSize(1);
      return charges(kind).getFirst();
    }

    Said charges(ChargeKind kind, String amount) {
      assertThat(charge(kind).amount().plain()).as(charge(kind).toString()).isEqualTo(amount);
      return this;
    }

    Said interest(String amount) {
      return charges(ChargeKind.INTEREST, amount);
    }

    Said compensation(String amount) {
      return charges(ChargeKind.COMPENSATION, amount);
    }

    Said costs(String amount) {
      return charges(ChargeKind.COLLECTION_COST, amount);
    }

    Said no(ChargeKind kind) {
      assertThat(charges(kind)).isEmpty();
      assertThat(why(kind)).isNotBlank();
      return this;
    }

    String why(ChargeKind kind) {
      return String.join(
          "; ",
          answers.stream()
              .filter(answer -> answer.kind() == kind)
              .filter(NoCharge.class::isInstance)
              .map(answer -> ((NoCharge) answer).why())
              .toList());
    }
  }
}
