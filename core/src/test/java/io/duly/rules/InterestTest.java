package io.duly.rules;

import static io.duly.rules.ChargesFixture.business;
import static io.duly.rules.ChargesFixture.charges;
import static io.duly.rules.ChargesFixture.day;
import static io.duly.rules.ChargesFixture.euros;
import static io.duly.rules.ChargesFixture.on;
import static io.duly.rules.ChargesFixture.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.duly.kernel.CurrencyMismatch;
import io.duly.rules.ChargeAnswer.Charge;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Interest runs day by day on what is open, and nobody pays for a day twice. */
@Tag("P02")
class InterestTest {
  private static final Claim DEBT = business("DE", euros("36500.00"), "2025-07-31");

  private static List<String> lines(Claim claim, String day) {
    return on(claim, day).charge(ChargeKind.INTEREST).lines().stream()
        .map(line ->
            line.period().from() + " to " + line.period().to() + " on " + line.amount().plain())
        .toList();
  }

  @Test
  void runsOnWhatIsLeftFromTheDayAfterAPayment() {
    var claim = DEBT.with(Change.ofPrincipal(day("2025-08-10"), euros("26500.00")));
    assertThat(lines(claim, "2025-08-20"))
        .containsExactly(
            "2025-08-01 to 2025-08-10 on 36500.00", "2025-08-11 to 2025-08-20 on 10000.00");
  }

  @Test
  void stopsWhenAllIsPaidAndIsStillOwedThen() {
    var claim = DEBT.with(Change.ofPrincipal(day("2025-08-10"), euros("36500.00")));
    on(claim, "2025-08-10").interest("102.70");
    on(claim, "2026-08-10").interest("102.70").compensation("40.00");
  }

  @Test
  void runsAgainAfterTheBankTookMoneyBack() {
    var claim =
        DEBT.with(Change.ofPrincipal(day("2025-08-10"), euros("36500.00")))
            .with(Change.ofPrincipal(day("2025-08-14"), euros("36500.00").negated()));
    assertThat(lines(claim, "2025-08-20"))
        .containsExactly(
            "2025-08-01 to 2025-08-10 on 36500.00", "2025-08-15 to 2025-08-20 on 36500.00");
  }

  @Test
  void leavesTheDisputedPartOutWhileItIsOpen() {
    var dispute =
        new LeftOut(
            day("2025-08-05"),
            Optional.of(day("2025-08-09")),
            Optional.of(euros("30000.00")),
            "two pallets missing");
    assertThat(lines(DEBT.with(dispute), "2025-08-15"))
        .containsExactly(
            "2025-08-01 to 2025-08-04 on 36500.00",
            "2025-08-05 to 2025-08-09 on 6500.00",
            "2025-08-10 to 2025-08-15 on 36500.00");
  }

  @Test
  void chargesNothingInABreathingSpace() {
    var rest =
        new LeftOut(day("2025-08-05"), Optional.empty(), Optional.empty(), "breathing space");
    assertThat(lines(DEBT.with(rest), "2025-12-31"))
        .containsExactly("2025-08-01 to 2025-08-04 on 36500.00");
    var throughout =
        new LeftOut(day("2025-07-01"), Optional.empty(), Optional.empty(), "insolvency");
    on(DEBT.with(throughout), "2025-12-31").no(ChargeKind.INTEREST).no(ChargeKind.COMPENSATION);
  }

  @Test
  void chargesNothingBeforeTheDebtIsLateOrWhenItWasPaidInTime() {
    assertThat(
            on(DEBT, "2025-07-31")
                .no(ChargeKind.INTEREST)
                .no(ChargeKind.COMPENSATION)
                .why(ChargeKind.INTEREST))
        .isEqualTo("On 2025-07-31 the debt was not late; it is late from 2025-08-01");
    var paid = DEBT.with(Change.ofPrincipal(day("2025-07-31"), euros("36500.00")));
    on(paid, "2025-12-31").no(ChargeKind.INTEREST).no(ChargeKind.COMPENSATION);
  }

  @Test
  void neverGuessesARateThatIsNotPublished() {
    var said = on(business("DE", euros("36500.00"), "2026-11-30"), "2027-02-28");
    assertThat(said.charge(ChargeKind.INTEREST).period().to()).isEqualTo(day("2026-12-31"));
    assertThat(said.why(ChargeKind.INTEREST)).startsWith("No rate is known from 2027-01-01 on");
    assertThat(
            on(business("GB", pounds("100.00"), "2026-12-31"), "2027-02-28")
                .no(ChargeKind.INTEREST)
                .why(ChargeKind.INTEREST))
        .startsWith("No rate is known from 2027-01-01");
    on(business("GB", pounds("36500.00"), "2026-12-30"), "2027-01-09").interest("117.50");
  }

  @Test
  void refusesADebtOfNothingAndOtherCurrencies() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> business("DE", euros("0.00"), "2025-07-31"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> business("DE", euros("-1.00"), "2025-07-31"));
    assertThatExceptionOfType(CurrencyMismatch.class)
        .isThrownBy(() -> DEBT.with(Change.ofPrincipal(day("2025-08-10"), pounds("1.00"))));
  }

  @Test
  void namesTheRuleItsStatuteAndTheSourceOfTheRate() {
    Charge charge = on(DEBT, "2025-08-10").charge(ChargeKind.INTEREST);
    assertThat(charge.basis().id()).isEqualTo("DE-BGB-288-2");
    assertThat(charge.basis().named()).isEqualTo("BGB § 288 (2)");
    assertThat(charge.lines().getFirst().ruleId()).isEqualTo("DE-BGB-288-2");
    assertThat(charge.lines().getFirst().source()).startsWith("Deutsche Bundesbank");
    assertThat(charge.computed())
        .isEqualTo(
            "102.70 EUR from 2025-08-01 to 2025-08-10 on what was open day by day, rounded once");
  }

  @Test
  void postsTheWholeRoundedOnceHoweverOftenItIsPosted() {
    var euro = Currency.getInstance("EUR");
    var claim = business("DE", euros("12.34"), "2025-07-31");
    List<PostedInterest> posted = List.of();
    for (var last = day("2025-08-01"); !last.isAfter(day("2025-12-31")); last = last.plusDays(1)) {
      var start = day("2025-08-01");
      var whole = (Charge) charges(claim).interest(new Period(start, last)).getFirst();
      var period = new Period(PostedInterest.next(start, posted), last);
      var next = PostedInterest.of(period, whole.exact(), euro, posted, RoundingMode.HALF_EVEN);
      posted = Stream.concat(posted.stream(), Stream.of(next)).toList();
    }
    assertThat(
            posted.stream()
                .map(PostedInterest::amount)
                .reduce(euros("0.00"), (one, other) -> one.plus(other)))
        .isEqualTo(on(claim, "2025-12-31").charge(ChargeKind.INTEREST).amount());
  }

  @Test
  void postsNoDayTwice() {
    var posted =
        List.of(
            new PostedInterest(new Period(day("2025-08-01"), day("2025-08-31")), euros("1.00")));
    assertThat(PostedInterest.next(day("2025-08-01"), posted)).isEqualTo(day("2025-09-01"));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            PostedInterest.of(
                new Period(day("2025-08-31"), day("2025-09-30")),
                Fraction.of(200),
                Currency.getInstance("EUR"),
                posted,
                RoundingMode.HALF_EVEN))
        .withMessageContaining("overlaps what is posted for 2025-08-01 to 2025-08-31");
  }
}
