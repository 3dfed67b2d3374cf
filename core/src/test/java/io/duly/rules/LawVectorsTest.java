package io.duly.rules;

import static io.duly.rules.ChargesFixture.PACKS;
import static io.duly.rules.ChargesFixture.business;
import static io.duly.rules.ChargesFixture.charges;
import static io.duly.rules.ChargesFixture.collector;
import static io.duly.rules.ChargesFixture.consumer;
import static io.duly.rules.ChargesFixture.day;
import static io.duly.rules.ChargesFixture.euros;
import static io.duly.rules.ChargesFixture.on;
import static io.duly.rules.ChargesFixture.pounds;
import static io.duly.rules.ChargesFixture.rate;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.Money;
import io.duly.rules.AllocationRule.Part;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The vectors of the facts of law, section H, that are about money, each to the cent under its
 * number. H-6 to H-9, H-23 to H-25 are of contacts, H-21 and H-22 of limitation: they belong to
 * those rules. Where the facts round half up, Duly rounds half even; none of these amounts lies on
 * a half.
 */
@Tag("P02")
class LawVectorsTest {

  @Test
  void h1() {
    on(business("GB", pounds("12500.00"), "2025-04-30"), "2025-09-15")
        .interest("602.57")
        .compensation("100.00");
  }

  @Test
  void h2() {
    var due = new Due.NotAgreed(day("2026-03-10"), day("2026-03-12"));
    var claim =
        Claim.unpaid("GB", Dealing.BUSINESS, day("2026-03-01"), due, pounds("4800.00"));
    assertThat(charges(claim).lateFrom()).contains(day("2026-04-11"));
    on(claim, "2026-07-10").interest("140.61").compensation("70.00");
  }

  @ParameterizedTest
  @CsvSource({"2023-06-30, 327.67", "2023-06-29, 293.01"})
  void h3(String due, String interest) {
    on(business("GB", pounds("10000.00"), due), "2023-09-30").interest(interest);
  }

  @Test
  void h4() {
    on(business("GB", pounds("2000.00"), "2024-02-15"), "2024-03-31").interest("32.67");
    on(business("GB", pounds("10000.00"), "2026-01-31"), "2026-02-01").interest("3.22");
  }

  @ParameterizedTest
  @CsvSource({"999.99, 40.00", "1000.00, 70.00", "9999.99, 70.00", "10000.00, 100.00"})
  void h5(String debt, String sum) {
    on(business("GB", pounds(debt), "2026-01-31"), "2026-02-28").compensation(sum);
  }

  @Test
  void h10() {
    on(business("DE", euros("10000.00"), "2025-05-15"), "2025-09-10")
        .interest("344.62")
        .compensation("40.00");
    on(consumer("DE", euros("10000.00"), "2025-05-15"), "2025-09-10")
        .interest("215.30")
        .no(ChargeKind.COMPENSATION);
  }

  @Test
  void h11() {
    on(business("DE", euros("10000.00"), "2026-08-01"), "2026-09-30").interest("172.93");
  }

  /** Doubtful: § 193 BGB would move a last day on a weekend; 2 April 2026 is a Thursday. */
  @Test
  void h12() {
    var due = new Due.NotAgreed(day("2026-03-03"), day("2026-03-03"));
    var claim = Claim.unpaid("DE", Dealing.BUSINESS, day("2026-02-01"), due, euros("1.00"));
    assertThat(charges(claim).lateFrom()).contains(day("2026-04-03"));
  }

  @ParameterizedTest
  @CsvSource({
    "100.00, 40.00", "266.67, 40.00", "1000.00, 150.00", "2500.00, 375.00", "3000.00, 425.00",
    "5000.00, 625.00", "7500.00, 750.00", "10000.00, 875.00", "50000.00, 1275.00",
    "200000.00, 2775.00", "500000.00, 4275.00", "1000000.00, 6775.00", "2000000.00, 6775.00"
  })
  void h13(String debt, String costs) {
    on(business("NL", euros(debt), "2026-01-31"), "2026-02-28").costs(costs);
  }

  @Test
  void h13WithTax() {
    var claim =
        consumer("NL", euros("1000.00"), "2026-01-31")
            .with(ChargesFixture.notice("2026-02-05", Optional.of(new BigDecimal("21"))));
    on(claim, "2026-03-31").costs("181.50");
  }

  @Test
  void h14() {
    on(business("NL", euros("20000.00"), "2023-12-31"), "2025-06-30").interest("3717.54");
  }

  @Test
  void h15() {
    on(business("FR", euros("8000.00"), "2026-01-31"), "2026-04-30")
        .interest("237.01")
        .compensation("40.00");
  }

  @ParameterizedTest
  @CsvSource({
    "300.00, 35.00", "300.01, 50.00", "1000.00, 70.00", "5000.01, 455.00", "10000.00, 455.00",
    "10000.01, 500.00", "12345.67, 617.28", "200000.00, 10000.00", "200000.01, 10000.00"
  })
  void h16(String claim, String fee) {
    assertThat(fee("GB-EAW", pounds(claim))).isEqualTo(fee);
  }

  @ParameterizedTest
  @CsvSource({
    "500.00, 38.00", "1000.00, 38.00", "1500.00, 41.00", "2000.00, 51.50", "3000.00, 62.75",
    "5000.00, 85.25", "10000.00, 141.50", "13000.00, 156.75", "25000.00, 217.75",
    "50000.00, 319.00", "65000.00, 389.00"
  })
  void h17(String claim, String fee) {
    assertThat(fee("DE", euros(claim))).isEqualTo(fee);
  }

  private static String fee(String court, Money claim) {
    return CourtFees.shipped().of(court, day("2026-06-01")).orElseThrow().on(claim).plain();
  }

  /** After the fixed sum of 40: 100.44 leaves 60.44, and 55.80 leaves 15.80. */
  @ParameterizedTest
  @CsvSource({"false, 60.44", "true, 15.80"})
  void h18(boolean simple, String costs) {
    var claim =
        business("DE", euros("1000.00"), "2026-01-31")
            .with(collector("2026-03-01", euros("500.00"), simple));
    on(claim, "2026-03-31").costs(costs);
  }

  @Test
  void h19() {
    var debt =
        Debt.open("1", day("2025-05-15"), euros("125.00"), euros("344.62"), euros("10000.00"));
    var none = Direction.NONE;
    var paid =
        Allocation.of(
            PACKS.of("DE").allocation(), day("2025-09-10"), euros("5000.00"), List.of(debt), none, none);
    assertThat(paid.parts())
        .extracting(Allocated.Share::part)
        .containsExactly(Part.COSTS, Part.INTEREST, Part.PRINCIPAL);
    assertThat(paid.parts())
        .extracting(share -> share.amount().plain())
        .containsExactly("125.00", "344.62", "4530.38");
  }

  /**
   * The statute (three times the bank rate, monthly rests) is not shipped, for there is no table of
   * that rate; the same figures agreed in terms give the amount.
   */
  @Test
  void h20() {
    var rupees = Money.ofMajor(new BigDecimal("1000000.00"), Currency.getInstance("INR"));
    var claim =
        business("IN", rupees, "2025-12-31").with(rate("17.25", Compounding.MONTHLY, "2025-01-01"));
    on(claim, "2026-04-30").interest("58751.77");
  }

  /** Interest rests in a breathing space; its reminders and limitation belong to other rules. */
  @Test
  void h26() {
    var space =
        new LeftOut(day("2026-02-01"), Optional.of(day("2026-04-01")), Optional.empty(), "breathing space");
    var claim = business("GB", pounds("1000.00"), "2026-01-31");
    assertThat(on(claim.with(space), "2026-02-10").charges(ChargeKind.INTEREST)).isEmpty();
    assertThat(PACKS.of("GB").restsDuring()).contains(RulePack.Peace.HARDSHIP);
  }
}
