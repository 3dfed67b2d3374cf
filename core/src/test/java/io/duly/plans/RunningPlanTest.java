package io.duly.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.Money;
import io.duly.plans.RunningPlan.Course;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three instalments of 100.00, on 30 November, 31 December and 29 January; three days of grace. */
@Tag("P28")
class RunningPlanTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 30);
  private static final LocalDate SECOND = LocalDate.of(2026, 12, 31);
  private static final LocalDate THIRD = LocalDate.of(2027, 1, 29);

  private static RunningPlan plan(long received, OnMiss onMiss, LocalDate grace) {
    var instalments = List.of(instalment(FIRST), instalment(SECOND), instalment(THIRD));
    return new RunningPlan(new UUID(0, 1), instalments, received, 30_000 - received, onMiss, 3, Optional.ofNullable(grace));
  }

  private static Instalment instalment(LocalDate day) {
    return new Instalment(day, Money.ofMinor(10_000, "EUR"));
  }

  @Test
  void runsUntilTheDaysOfGraceAreOver() {
    assertThat(plan(0, OnMiss.FALLS_DUE, null).course(FIRST.plusDays(3))).isEqualTo(new Course.Runs(0));
    assertThat(plan(0, OnMiss.FALLS_DUE, null).course(FIRST.plusDays(4))).isEqualTo(new Course.FallsDue(0));
  }

  @Test
  void moneyInExcessPaysTheNextInstalments() {
    var plan = plan(25_000, OnMiss.ONE_GRACE, null);
    assertThat(plan.course(FIRST)).isEqualTo(new Course.Runs(2));
    assertThat(plan.receivedOf(2)).isEqualTo(5_000);
    assertThat(plan.receivedOf(0)).isEqualTo(10_000);
  }

  @Test
  void givesOneGraceOfSevenDaysThatEndsOnABankDay() {
    var saturday = LocalDate.of(2026, 12, 5);
    assertThat(plan(0, OnMiss.ONE_GRACE, null).course(saturday)).isEqualTo(new Course.Grace(0, LocalDate.of(2026, 12, 14)));
  }

  @Test
  void theGraceThatWasGivenStaysWhateverTheDay() {
    var until = FIRST.plusDays(11);
    assertThat(plan(0, OnMiss.ONE_GRACE, until).course(until)).isEqualTo(new Course.Grace(0, until));
    assertThat(plan(0, OnMiss.ONE_GRACE, until).course(until.plusDays(1))).isEqualTo(new Course.FallsDue(0));
  }

  @Test
  void aSecondMissAfterTheGraceFallsDueAtOnce() {
    var used = FIRST.plusDays(11);
    assertThat(plan(10_000, OnMiss.ONE_GRACE, used).course(SECOND)).isEqualTo(new Course.Runs(1));
    assertThat(plan(10_000, OnMiss.ONE_GRACE, used).course(SECOND.plusDays(4))).isEqualTo(new Course.FallsDue(1));
  }

  @Test
  void whatIsToBeAgreedAnewMayBeSoEachTime() {
    var used = FIRST.plusDays(18);
    assertThat(plan(10_000, OnMiss.RENEGOTIATE, used).course(SECOND.plusDays(4))).isEqualTo(new Course.Grace(1, SECOND.plusDays(4 + 14)));
  }

  @Test
  void isKeptWhenAllIsPaidOrNothingIsOwedAnyMore() {
    assertThat(plan(30_000, OnMiss.FALLS_DUE, null).course(THIRD.plusYears(1))).isEqualTo(new Course.Kept());
    var credited = new RunningPlan(new UUID(0, 1), plan(0, OnMiss.FALLS_DUE, null).instalments(), 10_000, 0, OnMiss.FALLS_DUE, 3, Optional.empty());
    assertThat(credited.course(THIRD.plusYears(1))).isEqualTo(new Course.Kept());
  }
}
