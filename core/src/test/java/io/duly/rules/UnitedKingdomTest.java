package io.duly.rules;

import static io.duly.rules.ChargesFixture.business;
import static io.duly.rules.ChargesFixture.charges;
import static io.duly.rules.ChargesFixture.consumer;
import static io.duly.rules.ChargesFixture.day;
import static io.duly.rules.ChargesFixture.euros;
import static io.duly.rules.ChargesFixture.on;
import static io.duly.rules.ChargesFixture.pounds;
import static io.duly.rules.ChargesFixture.rate;
import static io.duly.rules.ChargesFixture.spent;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Late Payment of Commercial Debts (Interest) Act 1998. */
@Tag("P02")
class UnitedKingdomTest {

  @Test
  void keepsTheRateOfTheDayOnWhichInterestBegan() {
    var said = on(business("GB", pounds("12500.00"), "2025-04-30"), "2025-09-15");
    said.interest("602.57").compensation("100.00");
    assertThat(said.charge(ChargeKind.INTEREST).lines())
        .as("calculators that take 12.25 % from 1 July get 589.38, against the Act's wording")
        .singleElement()
        .satisfies(line -> {
          assertThat(line.period().days()).isEqualTo(138);
          assertThat(line.percent()).isEqualByComparingTo("12.75");
        });
  }

  @ParameterizedTest
  @CsvSource({"2023-06-30,13.00,92,327.67", "2023-06-29,11.50,93,293.01"})
  void takesTheRateOfTheHalfYearInWhichInterestBegan(
      String due, String percent, int days, String interest) {
    var said = on(business("GB", pounds("10000.00"), due), "2023-09-30");
    said.interest(interest);
    var line = said.charge(ChargeKind.INTEREST).lines().getFirst();
    assertThat(line.percent()).isEqualByComparingTo(percent);
    assertThat(line.period().days()).isEqualTo(days);
  }

  @Test
  void countsThirtyDaysBeginningWithTheInvoiceWhereNoDayWasAgreed() {
    var due = new Due.NotAgreed(day("2026-03-10"), day("2026-03-12"));
    var claim = Claim.unpaid("GB", Dealing.BUSINESS, day("2026-03-01"), due, pounds("4800.00"));
    assertThat(charges(claim).lateFrom()).contains(day("2026-04-11"));
    on(claim, "2026-07-10").interest("140.61").compensation("70.00");
  }

  @Test
  void roundsNeitherTheShareOfTheYearNorTheDay() {
    on(business("GB", pounds("2000.00"), "2024-07-31"), "2024-09-14").interest("32.67");
    on(business("GB", pounds("10000.00"), "2026-03-31"), "2026-04-01").interest("3.22");
  }

  @Test
  void doesNotRoundTheDayBeforeItMultiplies() {
    var said = on(business("GB", pounds("1000.00"), "2015-03-31"), "2015-05-20").interest("11.64");
    assertThat(said.charge(ChargeKind.INTEREST).computed())
        .as("50 times 0.23 would be 11.50")
        .endsWith("rounded once");
  }

  @ParameterizedTest
  @CsvSource({"999.99,40.00", "1000.00,70.00", "9999.99,70.00", "10000.00,100.00"})
  void owesTheFixedSumByTheAmountOfTheDebt(String debt, String sum) {
    on(business("GB-SCT", pounds(debt), "2026-03-31"), "2026-04-01").compensation(sum);
  }

  @Test
  void owesReasonableCostsAboveTheFixedSumOnly() {
    var claim = business("GB", pounds("500.00"), "2026-03-31");
    on(claim.with(spent(pounds("90.00"))), "2026-05-01").costs("50.00");
    assertThat(
            on(claim.with(spent(pounds("40.00"))), "2026-05-01")
                .no(ChargeKind.COLLECTION_COST)
                .why(ChargeKind.COLLECTION_COST))
        .contains("The fixed compensation of 40.00 GBP covers the costs of 40.00 GBP");
  }

  @Test
  void givesNothingOfTheActAgainstAConsumer() {
    var said =
        on(
            consumer("GB", pounds("500.00"), "2026-03-31").with(spent(pounds("90.00"))),
            "2026-05-01");
    said.no(ChargeKind.INTEREST).no(ChargeKind.COMPENSATION).no(ChargeKind.COLLECTION_COST);
    assertThat(said.why(ChargeKind.INTEREST))
        .contains("County Courts Act 1984 s. 69", "no accepted terms speak of it");
  }

  @Test
  void letsAnAgreedRateTakeThePlaceOfTheActs() {
    var claim =
        business("GB", pounds("1000.00"), "2026-03-31")
            .with(rate("5", Compounding.NONE, "2026-01-15"));
    var said = on(claim, "2026-04-30").interest("4.11").compensation("70.00");
    assertThat(said.charge(ChargeKind.INTEREST).basis().id()).isEqualTo("TERMS-2026-1");
  }

  @Test
  void convertsNoPoundsForADebtInEuros() {
    assertThat(
            on(business("GB", euros("500.00"), "2026-03-31"), "2026-05-01")
                .no(ChargeKind.COMPENSATION)
                .why(ChargeKind.COMPENSATION))
        .contains("nothing is converted");
  }
}
