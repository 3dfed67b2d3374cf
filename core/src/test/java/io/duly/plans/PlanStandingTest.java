package io.duly.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.Money;
import io.duly.plans.PlanStanding.Payment;
import io.duly.plans.PlanStanding.State;
import io.duly.talk.BankDays;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P34")
class PlanStandingTest {
  private static final LocalDate MADE = LocalDate.of(2026, 11, 2);
  private static final BankDay DAYS = BankDay.among(new BankDays(_ -> false));
  /** 100.00 on the 2nd of December, January (the 4th is a Monday) and February. */
  private static final Plan PLAN = Plan.of(euros(300), PlanTerms.equalParts(3, LocalDate.of(2026, 12, 2), new Pace.Months(1)), MADE, DAYS);

  private static Money euros(long amount) {
    return Money.ofMinor(amount * 100, "EUR");
  }

  private static Payment paid(String day, long amount) {
    return new Payment(LocalDate.parse(day), euros(amount));
  }

  private static List<State> states(String today, Payment... payments) {
    return PlanStanding.of(PLAN, List.of(payments), LocalDate.parse(today), 2, DAYS).instalments().stream().map(PlanStanding.Line::state).toList();
  }

  @Test
  void theDaysAreThoseOnWhichMoneyMoves() {
    assertThat(PLAN.instalments()).extracting(one -> one.dueOn().toString()).containsExactly("2026-12-02", "2027-01-04", "2027-02-02");
  }

  @Test
  void whatIsThereADayLaterWasInTimeForTheBankShowsItADayLater() {
    assertThat(states("2026-12-10", paid("2026-12-03", 100))).startsWith(State.KEPT);
    assertThat(states("2026-12-10", paid("2026-12-04", 100))).startsWith(State.LATE);
  }

  @Test
  void nothingIsMissedBeforeTheDaysOfGraceAreOver() {
    assertThat(states("2026-12-04")).startsWith(State.OPEN);
    assertThat(states("2026-12-05")).startsWith(State.MISSED);
    assertThat(states("2026-12-05", paid("2026-12-02", 40))).startsWith(State.PARTLY);
  }

  @Test
  void whatComesEarlyOrInExcessPaysTheNextOnes() {
    assertThat(states("2026-12-10", paid("2026-11-20", 250))).containsExactly(State.KEPT, State.KEPT, State.OPEN);
    var standing = PlanStanding.of(PLAN, List.of(paid("2026-11-20", 350)), LocalDate.of(2026, 12, 1), 2, DAYS);
    assertThat(standing).returns(true, PlanStanding::isDone).returns(euros(50), PlanStanding::excess);
    assertThat(standing.next()).isEmpty();
  }

  @Test
  void aMissedOneIsPaidFirstByWhatComesLater() {
    var standing = PlanStanding.of(PLAN, List.of(paid("2027-01-04", 100)), LocalDate.of(2027, 1, 10), 2, DAYS);
    assertThat(standing.instalments()).extracting(PlanStanding.Line::state).containsExactly(State.LATE, State.MISSED, State.OPEN);
    assertThat(standing.missed().orElseThrow().left()).isEqualTo(euros(100));
    assertThat(standing.next()).isEqualTo(standing.missed());
  }
}
