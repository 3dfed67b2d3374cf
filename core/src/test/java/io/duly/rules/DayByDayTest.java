package io.duly.rules;

import static io.duly.rules.ChargesFixture.business;
import static io.duly.rules.ChargesFixture.consumer;
import static io.duly.rules.ChargesFixture.day;
import static io.duly.rules.ChargesFixture.euros;
import static io.duly.rules.ChargesFixture.notice;
import static io.duly.rules.ChargesFixture.on;
import static io.duly.rules.ChargesFixture.pounds;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each law's interest against one that is counted day by day in another way: over changes of the
 * rate, leap years and part payments, on any day of the week.
 */
@Tag("P02")
class DayByDayTest {
  private static final int DEBTS = 60;
  private static final LocalDate TABLES_END = LocalDate.of(2026, 12, 31);

  /** How a law counts, written down a second time. */
  private static DayByDay days(String place) {
    return switch (place) {
      case "GB" -> DayByDay.of("bank-rate").plus("8").fixed();
      case "DE" -> DayByDay.of("basiszinssatz").plus("9");
      case "FR" -> DayByDay.of("ecb-reference").plus("10");
      case "NL" -> DayByDay.of("ecb-reference").plus("8").dutch();
      case "IE" -> DayByDay.of("ecb-reference").plus("8").fixed();
      default -> DayByDay.of("ecb-reference").plus("8");
    };
  }

  static Stream<Arguments> debts() {
    return Stream.of("GB", "DE", "FR", "NL", "IE", "ES")
        .flatMap(place -> IntStream.range(0, DEBTS).mapToObj(seed -> Arguments.of(place, seed)));
  }

  @ParameterizedTest
  @MethodSource("debts")
  void isWhatItsDaysGive(String place, int seed) {
    var random = new SplittableRandom(seed * 31L + place.hashCode());
    LocalDate due = LocalDate.of(2015, 9, 1).plusDays(random.nextInt(3500));
    LocalDate any = due.plusDays(1 + random.nextInt(900));
    LocalDate last = any.isAfter(TABLES_END) ? TABLES_END : any;
    var amount = Money.ofMinor(5_000 + random.nextLong(5_000_000), place.equals("GB") ? "GBP" : "EUR");
    var claim = business(place, amount, due.toString());
    var expected = days(place);
    for (int payment = random.nextInt(4); payment > 0; payment--) {
      var on = payment == 1 ? halfYearAfter(due) : due.plusDays(1 + random.nextInt(500));
      var part = new Money(1 + random.nextLong(amount.minor() / 4), amount.currency());
      claim = claim.with(new Change(on, part, Money.zero(amount.currency())));
      expected.paid(on, part.plain());
    }
    on(claim, last.toString()).interest(expected.on(amount.plain(), due.plusDays(1), last));
  }

  /** A payment on the very day on which the rate changes. */
  private static LocalDate halfYearAfter(LocalDate day) {
    return RateTable.startOfHalf(day).plusMonths(6);
  }

  @Test
  void aPaymentOnTheDayOfANewRateCountsForThatDayStill() {
    // 10,000 at 11.27 to 30 June (31 days), at 10.27 on 1 July, then 6,000 at 10.27 for 30 days.
    var claim =
        business("DE", euros("10000.00"), "2025-05-30")
            .with(new Change(day("2025-07-01"), euros("4000.00"), euros("0.00")));
    on(claim, "2025-07-31").interest("149.18");
  }

  @Test
  void aYearOfThreeHundredAndSixtySixDaysCostsADayMoreButForTheNetherlands() {
    // 12.62 x 182 + 12.37 x 184 = 4,572.92; and 12.50 x 182 + 12.25 x 184 = 4,529.00.
    on(business("DE", euros("36500.00"), "2023-12-31"), "2024-12-31").interest("4572.92");
    on(business("NL", euros("36600.00"), "2023-12-31"), "2024-12-31").interest("4529.00");
  }

  @Test
  void aConsumerInTheNetherlandsOwesTheRateOutsideTrade() {
    // 2024: 7 % of 1,000 in the leap year, 70.00; then 6 % of 1,070.00 for 365 days.
    on(consumer("NL", euros("1000.00"), "2023-12-31"), "2024-12-31").interest("70.00");
    on(consumer("NL", euros("1000.00"), "2023-12-31"), "2025-12-31").interest("134.20");
    on(consumer("NL", euros("1000.00"), "2026-06-30"), "2026-08-31").no(ChargeKind.INTEREST);
  }

  @Test
  void aConsumerInFranceOwesTheLegalRateFromTheDayAfterTheNotice() {
    var claim = consumer("FR", euros("1000.00"), "2025-01-31");
    on(claim, "2025-12-31").no(ChargeKind.INTEREST);
    // From 1 March: 122 days at 3.71, then 184 at 2.76.
    on(claim.with(notice("2025-02-28", Optional.empty())), "2025-12-31").interest("26.31");
    on(claim.with(notice("2025-01-10", Optional.empty())), "2025-02-01").interest("0.10");
  }

  @Test
  void whatIsCreditedFromTheDueDayBearsNothing() {
    var claim =
        business("GB", pounds("10000.00"), "2025-12-31")
            .with(new Change(day("2025-12-31"), pounds("9500.00"), pounds("0.00")));
    // 500 at 11.75 % for 90 days; the fixed sum goes by what was late.
    on(claim, "2026-03-31").interest("14.49").compensation("40.00");
  }

  @Test
  void anAmountInAnotherCurrencyBearsInterestButNoFixedSum() {
    var dollars = Money.ofMinor(1_000_000, "USD");
    on(business("GB", dollars, "2025-12-31"), "2026-03-31").interest("289.73").no(ChargeKind.COMPENSATION);
    on(business("DE", dollars, "2025-12-31"), "2026-03-31").no(ChargeKind.COMPENSATION);
  }
}
