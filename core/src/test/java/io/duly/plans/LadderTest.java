package io.duly.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.duly.kernel.Money;
import io.duly.plans.Offer.Kind;
import io.duly.talk.BankDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P27")
@Tag("P31")
class LadderTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final BankDay DAYS = BankDay.among(new BankDays(_ -> false));
  private static final Money OWED = Money.ofMinor(1_000_00, "EUR");
  private static final Authority COLLECTOR = new Authority(25, 6, 200, 0);
  private static final Authority MANAGER = new Authority(0, 24, 800, 40);

  private static Ladder ladder(Authority authority, Interest interest, boolean mayBeSettled) {
    return Ladder.of(new Ladder.Facts(OWED, MONDAY, DAYS, BigDecimal.valueOf(8), Reliability.UNKNOWN, authority, interest, mayBeSettled));
  }

  private static List<String> said(Plan plan) {
    return plan.instalments().stream().map(one -> one.dueOn() + " " + one.amount().plain()).toList();
  }

  @Test
  void theBestComesFirstAndTheNextIsNamedWhenOneIsRefused() {
    var ladder = ladder(COLLECTOR, Interest.FROZEN, false);
    var refused = EnumSet.noneOf(Kind.class);
    assertThat(ladder.next(refused).orElseThrow().offer().kind()).isEqualTo(Kind.ALL_TODAY);
    refused.add(Kind.ALL_TODAY);
    assertThat(said(ladder.next(refused).orElseThrow().offer().plan())).containsExactly("2026-11-30 1000.00");
    refused.add(Kind.BY_DATE);
    assertThat(said(ladder.next(refused).orElseThrow().offer().plan())).containsExactly("2026-11-23 500.00", "2026-12-23 500.00");
    refused.add(Kind.PART_AND_REST);
    assertThat(said(ladder.next(refused).orElseThrow().offer().plan())).containsExactly("2026-11-23 333.33", "2026-12-23 333.33", "2027-01-25 333.34");
    refused.add(Kind.INSTALMENTS);
    assertThat(ladder.next(refused)).as("the rest is a manager's").isEmpty();
  }

  @Test
  void instalmentsBeginWithTheDownPaymentThatTheAuthorityWants() {
    var six = ladder(COLLECTOR, Interest.FROZEN, false).steps().getLast();
    assertThat(said(six.offer().plan())).startsWith("2026-11-23 250.00", "2026-12-23 150.00").hasSize(6);
  }

  @Test
  void aSettlementIsTheLastAndOnlyWhereItMayBe() {
    assertThat(ladder(MANAGER, Interest.FROZEN, false).steps()).noneMatch(one -> one.offer().kind() == Kind.SETTLEMENT);
    var settlement = ladder(MANAGER, Interest.FROZEN, true).steps().getLast();
    assertThat(said(settlement.offer().plan())).containsExactly("2026-11-30 600.00");
    assertThat(settlement.offer().forgiven()).isEqualTo(Money.ofMinor(400_00, "EUR"));
    assertThat(ladder(COLLECTOR, Interest.FROZEN, true).steps()).as("a collector forgives nothing").noneMatch(one -> one.offer().kind() == Kind.SETTLEMENT);
  }

  @Test
  void whatGoesFurtherThanSomebodyMayIsSaidByName() {
    var long1 = new Offer(Kind.INSTALMENTS, OWED, Plan.of(OWED, PlanTerms.equalParts(12, MONDAY, new Pace.Months(1)), MONDAY, DAYS));
    assertThat(COLLECTOR.beyond(long1, MONDAY)).containsExactlyInAnyOrder(Authority.Beyond.DOWN_PAYMENT, Authority.Beyond.INSTALMENTS, Authority.Beyond.TERM);
    assertThat(MANAGER.beyond(long1, MONDAY)).isEmpty();
    // Agreed anew, the first payment is behind both.
    assertThat(COLLECTOR.beyondAnew(long1, MONDAY)).containsExactlyInAnyOrder(Authority.Beyond.INSTALMENTS, Authority.Beyond.TERM);
    var deep = new Offer(Kind.SETTLEMENT, OWED, Plan.of(Money.ofMinor(599_99, "EUR"), PlanTerms.equalParts(1, MONDAY, new Pace.Days(1)), MONDAY, DAYS));
    assertThat(MANAGER.beyond(deep, MONDAY)).containsExactly(Authority.Beyond.DISCOUNT);
  }

  @Test
  void laterMoneyIsWorthLess() {
    var year = new Offer(Kind.BY_DATE, OWED, Plan.of(OWED, PlanTerms.equalParts(1, MONDAY.plusDays(365), new Pace.Days(1)), MONDAY, BankDay.ANY));
    var valued = Valued.of(year, BigDecimal.valueOf(8), new Reliability(3, 1), MANAGER, MONDAY);
    assertThat(valued.presentValue()).as("1000 / 1.08").isEqualTo(Money.ofMinor(925_93, "EUR"));
    assertThat(valued.chance()).isEqualTo(75);
    assertThat(valued.expected()).as("925.93 x 3/4").isEqualTo(Money.ofMinor(694_44, "EUR"));
  }

  @Test
  void whoKeptMuchIsLikelyToKeepMoreAndInstalmentsAreNoIndependentThrows() {
    assertThat(Reliability.UNKNOWN.percentOfAll(1)).isEqualTo(75);
    assertThat(Reliability.UNKNOWN.percentOfAll(3)).as("3/4 x 4/5 x 5/6, not 3/4 three times").isEqualTo(50);
    assertThat(Reliability.of(6, 0, 0, 0).percentOfAll(3)).isEqualTo(75);
    assertThat(Reliability.of(0, 0, 0, 4).percentOfAll(1)).isEqualTo(38);
    assertThat(Reliability.of(0, 1, 0, 0).ofAll(1)).isGreaterThan(Reliability.of(0, 0, 1, 0).ofAll(1));
  }

  @Test
  void runningInterestIsOnWhatIsOutstandingEachDayAndPaidWithTheLast() {
    var plan = Plan.of(OWED, PlanTerms.equalParts(2, MONDAY.plusDays(100), new Pace.Days(100)).bearing(new Interest.Running(BigDecimal.TEN)), MONDAY, BankDay.ANY);
    assertThat(plan.interest()).as("1000 x 10 % x 100/365 + 500 x 10 % x 100/365").isEqualTo(Money.ofMinor(41_10, "EUR"));
    assertThat(said(plan)).containsExactly("2027-03-03 500.00", "2027-06-11 541.10");
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatExceptionOfType(NoPlan.class).isThrownBy(() -> Plan.of(Money.zero(OWED.currency()), PlanTerms.equalParts(1, MONDAY, new Pace.Days(1)), MONDAY, DAYS)).returns(NoPlan.Why.NOTHING_OPEN, NoPlan::why);
    assertThatExceptionOfType(NoPlan.class).isThrownBy(() -> Plan.of(OWED, PlanTerms.equalParts(2, MONDAY, new Pace.Days(7)).after(MONDAY, OWED), MONDAY, DAYS)).returns(NoPlan.Why.DOWN_PAYMENT, NoPlan::why);
    assertThatExceptionOfType(NoPlan.class).isThrownBy(() -> Plan.of(OWED, PlanTerms.equalParts(2, MONDAY.minusDays(1), new Pace.Days(7)), MONDAY, BankDay.ANY)).returns(NoPlan.Why.DAYS, NoPlan::why);
    assertThatExceptionOfType(NoPlan.class).isThrownBy(() -> Plan.of(Money.ofMinor(2, "EUR"), PlanTerms.equalParts(3, MONDAY, new Pace.Days(7)), MONDAY, DAYS)).returns(NoPlan.Why.COUNT, NoPlan::why);
    assertThatExceptionOfType(NoPlan.class).isThrownBy(() -> Plan.typed(OWED, List.of(new Instalment(MONDAY, Money.ofMinor(1, "EUR"))), Interest.FROZEN, MONDAY)).returns(NoPlan.Why.SUM, NoPlan::why);
    assertThatIllegalArgumentException().isThrownBy(() -> new Offer(Kind.SETTLEMENT, OWED, Plan.of(OWED, PlanTerms.equalParts(1, MONDAY, new Pace.Days(1)), MONDAY, DAYS)));
    assertThat(Ladder.of(new Ladder.Facts(Money.zero(OWED.currency()), MONDAY, DAYS, BigDecimal.ONE, Reliability.UNKNOWN, MANAGER, Interest.FROZEN, true)).next(Set.of())).isEmpty();
  }
}
