package io.duly.rules;

import static io.duly.rules.ChargesFixture.PACKS;
import static io.duly.rules.ChargesFixture.business;
import static io.duly.rules.ChargesFixture.consumer;
import static io.duly.rules.ChargesFixture.day;
import static io.duly.rules.ChargesFixture.euros;
import static io.duly.rules.ChargesFixture.on;
import static io.duly.rules.ChargesFixture.rate;
import static io.duly.rules.ChargesFixture.spent;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** France, the Directive, and places where only terms of trade are a basis. */
@Tag("P02")
class OtherLawsTest {

  @Test
  void franceAddsTenPointsAndFortyEuros() {
    on(business("FR", euros("8000.00"), "2026-01-31"), "2026-04-30")
        .interest("237.01")
        .compensation("40.00");
  }

  @Test
  void franceLeavesCostsWithTheCreditorWhateverWasAgreed() {
    var terms =
        new Terms(
            "7",
            day("2025-01-01"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(euros("900.00")));
    var said =
        on(
            business("FR", euros("8000.00"), "2026-01-31").with(terms).with(spent(euros("300.00"))),
            "2026-04-30");
    assertThat(said.no(ChargeKind.COLLECTION_COST).why(ChargeKind.COLLECTION_COST))
        .contains("art. L111-8");
  }

  @Test
  void theDirectiveMovesTheRateAndIrelandKeepsIt() {
    var austria =
        on(business("AT", euros("10000.00"), "2025-05-15"), "2025-09-10").compensation("40.00");
    assertThat(austria.charge(ChargeKind.INTEREST).lines()).hasSize(2);
    var ireland =
        on(business("IE", euros("10000.00"), "2025-05-15"), "2025-09-10").compensation("70.00");
    assertThat(ireland.charge(ChargeKind.INTEREST).lines())
        .singleElement()
        .satisfies(line -> assertThat(line.percent()).isEqualByComparingTo("11.15"));
  }

  @Test
  void theDirectiveKnowsNoConsumers() {
    on(consumer("AT", euros("10000.00"), "2025-05-15"), "2025-09-10")
        .no(ChargeKind.INTEREST)
        .no(ChargeKind.COMPENSATION)
        .no(ChargeKind.COLLECTION_COST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"US", "US-CA", "AU", "PL", "BR"})
  void givesNothingByLawWhereOnlyTermsAreABasis(String jurisdiction) {
    on(
            business(jurisdiction, euros("1000.00"), "2025-05-15").with(spent(euros("10.00"))),
            "2025-09-10")
        .no(ChargeKind.INTEREST)
        .no(ChargeKind.COMPENSATION)
        .no(ChargeKind.LATE_FEE)
        .no(ChargeKind.COLLECTION_COST);
  }

  @Test
  void followsTermsThatWereAcceptedBeforeTheWork() {
    var terms =
        new Terms(
            "7",
            day("2025-04-15"),
            Optional.of(new Terms.AgreedInterest(new BigDecimal("18"), Compounding.NONE)),
            Optional.of(new Terms.LateFee(euros("15.00"), new BigDecimal("1.5"))),
            Optional.of(euros("200.00")));
    var claim =
        business("AU", euros("1000.00"), "2025-05-15").with(terms).with(spent(euros("250.00")));
    var said =
        on(claim, "2025-06-14")
            .interest("14.79")
            .costs("200.00")
            .charges(ChargeKind.LATE_FEE, "30.00");
    assertThat(said.charge(ChargeKind.INTEREST).basis().named())
        .isEqualTo("Terms of trade 7, interest");
    assertThat(said.charge(ChargeKind.LATE_FEE).basis().source())
        .isEqualTo("accepted on 2025-04-15");
  }

  @Test
  void doesNotFollowTermsThatCameWithTheInvoice() {
    var claim =
        business("US-NY", euros("1000.00"), "2025-05-15")
            .with(rate("18", Compounding.NONE, "2025-04-16"));
    assertThat(on(claim, "2025-06-14").no(ChargeKind.INTEREST).why(ChargeKind.INTEREST))
        .contains("terms 2026-1 were accepted on 2025-04-16, after the contract of 2025-04-15");
  }

  @Test
  void compoundsMonthByMonthOnlyWhereTheTermsSaySo() {
    var rupees = Money.ofMinor(100_000_000, "INR");
    var claim =
        business("IN", rupees, "2026-01-15").with(rate("17.25", Compounding.MONTHLY, "2025-12-01"));
    on(claim, "2026-05-15").interest("58751.77");
    on(
            business("IN", rupees, "2026-01-15")
                .with(rate("17.25", Compounding.NONE, "2025-12-01")),
            "2026-05-15")
        .interest("56712.33");
  }

  @Test
  void findsThePackOfThePlace() {
    assertThat(PACKS.of("GB-SCT").name()).isEqualTo("gb");
    assertThat(PACKS.of("AT").name()).isEqualTo("eu");
    assertThat(PACKS.of("PL").name())
        .as("Poland refers to its own central bank")
        .isEqualTo("elsewhere");
  }
}
