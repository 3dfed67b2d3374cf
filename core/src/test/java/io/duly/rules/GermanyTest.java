package io.duly.rules;

import static io.duly.rules.ChargesFixture.business;
import static io.duly.rules.ChargesFixture.charges;
import static io.duly.rules.ChargesFixture.collector;
import static io.duly.rules.ChargesFixture.consumer;
import static io.duly.rules.ChargesFixture.day;
import static io.duly.rules.ChargesFixture.euros;
import static io.duly.rules.ChargesFixture.on;
import static io.duly.rules.ChargesFixture.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BGB §§ 286–289 and what a collector may cost. */
@Tag("P02")
class GermanyTest {

  @Test
  void movesTheRateWithEachHalfYear() {
    var said = on(business("DE", euros("10000.00"), "2025-05-15"), "2025-09-10");
    said.interest("344.62").compensation("40.00");
    assertThat(said.charge(ChargeKind.INTEREST).lines())
        .extracting(line -> line.period().days() + " days at " + line.percent())
        .containsExactly("46 days at 11.27", "72 days at 10.27");
    assertThat(said.charge(ChargeKind.INTEREST).lines().getFirst().computed())
        .isEqualTo(
            "10,000.00 EUR × 11.27 % × 46 days ÷ 365 = 142.03 EUR; "
                + "the rate is 2.27 % (basiszinssatz from 2025-01-01) + 9 points");
  }

  @Test
  void asksAConsumerForFivePointsAndNoLumpSum() {
    var said = on(consumer("DE", euros("10000.00"), "2025-05-15"), "2025-09-10").interest("215.30");
    assertThat(said.no(ChargeKind.COMPENSATION).why(ChargeKind.COMPENSATION))
        .contains("A consumer owes no lump sum");
  }

  @Test
  void treatsADebtorOfUnknownKindAsAConsumer() {
    on(unknown("DE", euros("10000.00"), "2025-05-15"), "2025-09-10")
        .interest("215.30")
        .no(ChargeKind.COMPENSATION);
  }

  @Test
  void takesTheLatestPublishedRate() {
    on(business("DE", euros("10000.00"), "2026-08-01"), "2026-09-30").interest("172.93");
  }

  @Test
  void isLateAfterThirtyDaysWhereNoDayWasAgreed() {
    var due = new Due.NotAgreed(day("2026-03-03"), day("2026-03-03"));
    assertThat(
            charges(Claim.unpaid("DE", Dealing.BUSINESS, day("2026-02-01"), due, euros("1.00")))
                .lateFrom())
        .as(
            "a last day on a Saturday, Sunday or holiday would move it (§ 193 BGB); 2 April 2026 is a Thursday")
        .contains(day("2026-04-03"));
  }

  @Test
  void needsADayOrANoticeAgainstAConsumer() {
    var due = new Due.NotAgreed(day("2026-03-03"), day("2026-03-03"));
    var claim = Claim.unpaid("DE", Dealing.CONSUMER, day("2026-02-01"), due, euros("100.00"));
    assertThat(on(claim, "2026-08-01").no(ChargeKind.INTEREST).why(ChargeKind.INTEREST))
        .isEqualTo("No day of payment was agreed, and the law of DE gives none for a consumer");
  }

  @Test
  void doesNotLiftANegativeReferenceToZero() {
    var said = on(business("DE", euros("10000.00"), "2020-12-31"), "2021-12-31").interest("812.00");
    assertThat(said.charge(ChargeKind.INTEREST).lines().getFirst().percent())
        .isEqualByComparingTo("8.12");
  }

  @Test
  void addsEightPointsToObligationsFromBefore29July2014() {
    var due = new Due.Agreed(day("2014-12-31"));
    var older = Claim.unpaid("DE", Dealing.BUSINESS, day("2014-07-28"), due, euros("10000.00"));
    var newer = Claim.unpaid("DE", Dealing.BUSINESS, day("2014-07-29"), due, euros("10000.00"));
    on(older, "2015-12-31").interest("717.00").no(ChargeKind.COMPENSATION);
    on(newer, "2015-12-31").interest("817.00").compensation("40.00");
  }

  @ParameterizedTest
  @CsvSource({"true,55.80,15.80", "false,100.44,60.44"})
  void countsTheLumpSumAgainstTheCollectorsFee(boolean atOnce, String fee, String afterLumpSum) {
    var claim = consumer("DE", euros("1000.00"), "2025-07-31");
    var recovery = collector("2025-09-01", euros("500.00"), atOnce);
    on(claim.with(recovery), "2025-10-01").costs(fee);
    on(business("DE", euros("1000.00"), "2025-07-31").with(recovery), "2025-10-01")
        .costs(afterLumpSum);
  }

  @Test
  void passesNoMoreOnThanTheCollectorBilled() {
    var claim =
        consumer("DE", euros("1000.00"), "2025-07-31")
            .with(collector("2025-09-01", euros("30.00"), false));
    on(claim, "2025-10-01").costs("30.00");
  }

  @Test
  void asksAConsumerForWhatFurtherRemindersCost() {
    var reminders =
        List.of(
            new Reminder(day("2025-09-15"), euros("5.00")),
            new Reminder(day("2025-08-10"), euros("1.20")),
            new Reminder(day("2025-08-30"), euros("1.10")));
    var recovery =
        new Recovery(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), reminders);
    on(consumer("DE", euros("1000.00"), "2025-07-31").with(recovery), "2025-10-01").costs("3.60");
    on(business("DE", euros("1000.00"), "2025-07-31").with(recovery), "2025-10-01")
        .no(ChargeKind.COLLECTION_COST);
  }
}
