package io.duly.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P27")
class ScheduleTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);
  private static final BankDays DAYS = new BankDays(Set.of(CHRISTMAS, LocalDate.of(2026, 12, 31))::contains);
  private static final Money OPEN = Money.ofMinor(10_000, "EUR");

  private static List<String> said(Schedule schedule) {
    return schedule.parts().stream().map(part -> part.on() + " " + part.amount().plain()).toList();
  }

  private static void refused(NoSchedule.Why why, Runnable asked) {
    assertThatExceptionOfType(NoSchedule.class).isThrownBy(asked::run).satisfies(no -> assertThat(no.why()).isEqualTo(why));
  }

  @Test
  void aDayOnWhichNoMoneyMovesBecomesTheNextOneOnWhichItDoes() {
    assertThat(said(Schedule.once(OPEN, OPEN, FRIDAY.plusDays(1), FRIDAY, DAYS))).containsExactly("2026-11-23 100.00");
    assertThat(said(Schedule.once(OPEN, OPEN, CHRISTMAS, FRIDAY, DAYS))).containsExactly("2026-12-28 100.00");
    assertThat(said(Schedule.once(OPEN, OPEN, FRIDAY, FRIDAY, DAYS))).containsExactly("2026-11-20 100.00");
  }

  @Test
  void theRestIsWhatThePartLeavesAndComesLater() {
    var part = Money.ofMinor(3_333, "EUR");
    assertThat(said(Schedule.partAndRest(OPEN, part, FRIDAY, FRIDAY.plusDays(10), FRIDAY, DAYS)))
        .containsExactly("2026-11-20 33.33", "2026-11-30 66.67");
    refused(NoSchedule.Why.ORDER, () -> Schedule.partAndRest(OPEN, part, FRIDAY.plusDays(1), FRIDAY.plusDays(3), FRIDAY, DAYS));
    refused(NoSchedule.Why.AMOUNT, () -> Schedule.partAndRest(OPEN, OPEN, FRIDAY, FRIDAY.plusDays(3), FRIDAY, DAYS));
  }

  @Test
  void threeInstalmentsOnTheLastBankDayOfTheMonthAddUpToTheCent() {
    assertThat(said(Schedule.instalments(OPEN, 3, FRIDAY, Rhythm.MONTH_END, FRIDAY, DAYS)))
        .containsExactly("2026-11-30 33.34", "2026-12-30 33.33", "2027-01-29 33.33");
    assertThat(said(Schedule.instalments(OPEN, 3, LocalDate.of(2026, 11, 30), Rhythm.MONTHLY, FRIDAY, DAYS)))
        .containsExactly("2026-11-30 33.34", "2026-12-30 33.33", "2027-02-01 33.33");
  }

  @Test
  void aMonthWhoseLastBankDayIsOverIsLeftOut() {
    var lastSunday = LocalDate.of(2027, 1, 31);
    assertThat(said(Schedule.instalments(OPEN, 2, lastSunday, Rhythm.MONTH_END, lastSunday, DAYS)))
        .containsExactly("2027-02-26 50.00", "2027-03-31 50.00");
  }

  @Test
  void whatCannotBePaidIsRefusedWithWhatIsWrong() {
    refused(NoSchedule.Why.AMOUNT, () -> Schedule.once(OPEN, Money.ofMinor(10_001, "EUR"), FRIDAY, FRIDAY, DAYS));
    refused(NoSchedule.Why.AMOUNT, () -> Schedule.once(OPEN, Money.ofMinor(0, "EUR"), FRIDAY, FRIDAY, DAYS));
    refused(NoSchedule.Why.DAY, () -> Schedule.once(OPEN, OPEN, FRIDAY.minusDays(1), FRIDAY, DAYS));
    refused(NoSchedule.Why.DAY, () -> Schedule.once(OPEN, OPEN, FRIDAY.plusYears(3), FRIDAY, DAYS));
    refused(NoSchedule.Why.NOTHING_OPEN, () -> Schedule.once(Money.ofMinor(0, "EUR"), OPEN, FRIDAY, FRIDAY, DAYS));
    refused(NoSchedule.Why.COUNT, () -> Schedule.instalments(OPEN, 1, FRIDAY, Rhythm.WEEKLY, FRIDAY, DAYS));
    refused(NoSchedule.Why.COUNT, () -> Schedule.instalments(Money.ofMinor(2, "EUR"), 3, FRIDAY, Rhythm.WEEKLY, FRIDAY, DAYS));
    refused(NoSchedule.Why.NO_BANK_DAY, () -> Schedule.once(OPEN, OPEN, FRIDAY, FRIDAY, new BankDays(_ -> true)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverIsDividedAddsUpInOrderOnBankDays(long seed) {
    var random = new Random(seed);
    for (int tried = 0; tried < 2_000; tried++) {
      var open = Money.ofMinor(36 + random.nextInt(5_000_000), "EUR");
      var first = FRIDAY.plusDays(random.nextInt(400));
      var schedule = Schedule.instalments(open, 2 + random.nextInt(35), first, List.of(Rhythm.values()).get(random.nextInt(3)), FRIDAY, DAYS);
      assertThat(schedule.total()).isEqualTo(open);
      assertThat(schedule.parts()).allMatch(part -> DAYS.isOne(part.on()) && part.amount().isPositive() && !part.on().isBefore(FRIDAY));
      assertThat(schedule.parts().stream().map(Schedule.Part::on).toList()).isSorted().doesNotHaveDuplicates();
    }
  }
}
