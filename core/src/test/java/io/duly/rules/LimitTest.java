package io.duly.rules;

import static io.duly.rules.ChargesFixture.business;
import static io.duly.rules.ChargesFixture.charges;
import static io.duly.rules.ChargesFixture.consumer;
import static io.duly.rules.ChargesFixture.day;
import static io.duly.rules.ChargesFixture.euros;
import static io.duly.rules.ChargesFixture.on;
import static io.duly.rules.ChargesFixture.rate;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the law says of agreed terms, and the days that it moves. */
@Tag("P02")
class LimitTest {

  /** The United Kingdom counts the day of the invoice; France lets the end of a month and 45 days pass. */
  @ParameterizedTest
  @CsvSource({
    "GB, 2026-03-01, 2026-04-29, ''",
    "GB, 2026-03-01, 2026-04-30, 2026-04-30",
    "DE, 2026-03-02, 2026-05-01, ''",
    "DE, 2026-03-03, 2026-05-05, 2026-05-03",
    "NL, 2026-03-02, 2026-05-02, 2026-05-02",
    "IE, 2026-03-02, 2026-05-02, 2026-05-02",
    "AT, 2026-03-02, 2026-05-01, ''",
    "FR, 2026-03-02, 2026-05-15, ''",
    "FR, 2026-03-02, 2026-05-16, 2026-05-16",
    "US, 2026-01-01, 2026-12-01, ''"
  })
  void tellsOfTermsThatAreLongerThanTheLawLets(String place, String invoiced, String due, String lateFrom) {
    var said = terms(place, invoiced, due);
    if (lateFrom.isEmpty()) {
      assertThat(said).isEmpty();
    } else {
      assertThat(said).singleElement().asString().contains("late from " + lateFrom);
    }
  }

  @Test
  void chargesNothingBeforeTheAgreedDayAllTheSame() {
    var claim = claim("GB", "2026-01-01", "2026-06-30");
    assertThat(charges(claim).lateFrom()).contains(day("2026-07-01"));
  }

  private static List<String> terms(String place, String invoiced, String due) {
    return charges(claim(place, invoiced, due)).remarks().stream()
        .filter(remark -> !remark.basis().id().equals("DE-BGB-193"))
        .map(Remark::said)
        .toList();
  }

  private static Claim claim(String place, String invoiced, String due) {
    var agreed = new Due.Agreed(day(due), Optional.of(day(invoiced)));
    return Claim.unpaid(place, Dealing.BUSINESS, day(invoiced), agreed, euros("1000.00"));
  }

  @Test
  void tellsOfAFrenchRateBelowThreeTimesTheLegalOne() {
    var claim = business("FR", euros("1000.00"), "2026-01-31");
    // 3 × 2.62 = 7.86.
    assertThat(charges(claim.with(rate("7.85", Compounding.NONE, "2025-12-01"))).remarks())
        .singleElement()
        .satisfies(remark -> assertThat(remark.said()).contains("7.85 %", "7.86 %", "L441-10"));
    assertThat(charges(claim.with(rate("7.86", Compounding.NONE, "2025-12-01"))).remarks()).isEmpty();
    assertThat(charges(claim).remarks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-01, 2026-08-03",
    "2026-04-03, 2026-04-07",
    "2025-12-25, 2025-12-29",
    "2026-05-14, 2026-05-15",
    "2026-05-25, 2026-05-26",
    "2024-03-29, 2024-04-02"
  })
  void tellsThatAnAgreedGermanDayIsNoWorkingDay(String due, String moved) {
    assertThat(charges(consumer("DE", euros("1000.00"), due)).remarks())
        .singleElement()
        .satisfies(remark -> assertThat(remark.said()).contains("payment on " + moved));
    assertThat(charges(consumer("DE", euros("1000.00"), moved)).remarks()).isEmpty();
  }

  /** Thirty days from 2 February 2026 end on 4 March; from 5 March on Saturday 4 April, then Easter. */
  @ParameterizedTest
  @CsvSource({"2026-02-02, 2026-03-05", "2026-03-05, 2026-04-08", "2026-11-26, 2026-12-29"})
  void movesTheGermanThirtyDaysToAWorkingDay(String invoiced, String lateFrom) {
    var due = new Due.NotAgreed(day(invoiced), day(invoiced));
    var claim = Claim.unpaid("DE", Dealing.BUSINESS, day(invoiced), due, euros("1000.00"));
    assertThat(charges(claim).lateFrom()).contains(day(lateFrom));
  }

  /** Unlike the United Kingdom, the round sums belong to the band below. */
  @ParameterizedTest
  @CsvSource({
    "1000.00, 40.00", "1000.01, 70.00", "10000.00, 70.00", "10000.01, 100.00"
  })
  void irelandGivesMoreForLargerDebts(String debt, String sum) {
    on(business("IE", euros(debt), "2026-01-31"), "2026-02-28").compensation(sum);
  }
}
