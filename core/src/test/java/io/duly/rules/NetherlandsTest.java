package io.duly.rules;

import static io.duly.rules.ChargesFixture.business;
import static io.duly.rules.ChargesFixture.consumer;
import static io.duly.rules.ChargesFixture.day;
import static io.duly.rules.ChargesFixture.euros;
import static io.duly.rules.ChargesFixture.notice;
import static io.duly.rules.ChargesFixture.on;
import static io.duly.rules.ChargesFixture.spent;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Articles 6:119a and 6:96 BW and the scale of collection costs. */
@Tag("P02")
class NetherlandsTest {

  @ParameterizedTest
  @CsvSource({
    "100.00,40.00",
    "266.67,40.00",
    "1000.00,150.00",
    "2500.00,375.00",
    "3000.00,425.00",
    "5000.00,625.00",
    "7500.00,750.00",
    "10000.00,875.00",
    "50000.00,1275.00",
    "200000.00,2775.00",
    "500000.00,4275.00",
    "1000000.00,6775.00",
    "2000000.00,6775.00"
  })
  void owesCollectionCostsByTheScale(String debt, String costs) {
    on(business("NL", euros(debt), "2026-03-31"), "2026-04-01")
        .costs(costs)
        .no(ChargeKind.COMPENSATION);
  }

  @Test
  void addsTheVatThatTheCreditorCannotDeduct() {
    var claim = consumer("NL", euros("1000.00"), "2026-03-31");
    on(claim.with(notice("2026-04-10", Optional.of(new BigDecimal("21")))), "2026-04-25")
        .costs("181.50");
    on(claim.with(notice("2026-04-10", Optional.empty())), "2026-04-25").costs("150.00");
  }

  @Test
  void asksAConsumerForNoCostsBeforeTheFourteenDaysRanOut() {
    var claim = consumer("NL", euros("1000.00"), "2026-03-31");
    assertThat(
            on(claim, "2026-05-01").no(ChargeKind.COLLECTION_COST).why(ChargeKind.COLLECTION_COST))
        .contains("No notice");
    var warned = claim.with(notice("2026-04-10", Optional.empty()));
    assertThat(
            on(warned, "2026-04-24").no(ChargeKind.COLLECTION_COST).why(ChargeKind.COLLECTION_COST))
        .contains("gives the debtor until 2026-04-24");
    var paid = warned.with(Change.ofPrincipal(day("2026-04-24"), euros("1000.00")));
    on(paid, "2026-05-01").no(ChargeKind.COLLECTION_COST);
    var early = claim.with(notice("2026-03-20", Optional.empty()));
    on(early, "2026-05-01").no(ChargeKind.COLLECTION_COST);
  }

  @Test
  void letsNoTermsAskAConsumerForMoreThanTheScale() {
    var terms =
        new Terms(
            "7",
            day("2026-01-01"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(euros("900.00")));
    var claim =
        consumer("NL", euros("100.00"), "2026-03-31").with(terms).with(spent(euros("900.00")));
    on(claim, "2026-05-01").no(ChargeKind.COLLECTION_COST);
  }

  @Test
  void addsTheInterestOfAYearToWhatBearsInterest() {
    var said =
        on(business("NL", euros("20000.00"), "2023-12-31"), "2025-06-30").interest("3717.54");
    var lines = said.charge(ChargeKind.INTEREST).lines();
    assertThat(lines)
        .extracting(
            line -> line.period().days() + " days at " + line.percent() + " on " + line.amount())
        .containsExactly(
            "182 days at 12.50 on 20,000.00 EUR",
            "184 days at 12.25 on 20,000.00 EUR",
            "181 days at 11.15 on 22,474.86 EUR");
    assertThat(lines.getLast().computed())
        .contains("÷ 365 = 1,242.68 EUR", "holds interest that was added");
  }

  @Test
  void addsNoInterestThatWasPaid() {
    var claim =
        business("NL", euros("20000.00"), "2023-12-31")
            .with(new Change(day("2024-12-31"), euros("0.00"), euros("2474.86")));
    var lines = on(claim, "2025-06-30").charge(ChargeKind.INTEREST).lines();
    assertThat(lines.getLast().amount()).isEqualTo(euros("20000.00"));
  }

  @Test
  void goesOnAfterThePrincipalWasPaidWhereInterestBearsInterest() {
    var claim =
        business("NL", euros("20000.00"), "2023-12-31")
            .with(Change.ofPrincipal(day("2024-12-31"), euros("20000.00")));
    var said = on(claim, "2025-06-30");
    assertThat(said.charge(ChargeKind.INTEREST).lines().getLast().amount())
        .isEqualTo(euros("2474.86"));
  }
}
