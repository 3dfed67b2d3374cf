package io.duly.debits;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.debits.Collecting.Obstacle;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When an instalment can be collected. */
@Tag("P28")
class CollectingTest {
  private static final LocalDate DUE = LocalDate.of(2026, 12, 27);
  private static final Instalment TOLD = told(DUE, Optional.of(LocalDate.of(2026, 12, 1)), true, false);

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  private static Instalment told(LocalDate due, Optional<LocalDate> on, boolean mandated, boolean held) {
    return new Instalment(due, Money.ofMinor(30_000, "EUR"), on, 14, mandated, held);
  }

  @Test
  void onADayOfTargetWithTheFileABankDayBeforeChristmasLeftOut() {
    assertThat(Collecting.of(TOLD, LocalDate.of(2026, 12, 20))).as("27 December is a Sunday; 25 and 26 are no bank days")
        .isEqualTo(new Collecting.Ready(LocalDate.of(2026, 12, 28), LocalDate.of(2026, 12, 24)));
  }

  @Test
  void aDayTooLateIsTooLateAndSaysThatNobodyMadeTheFile() {
    assertThat(Collecting.of(TOLD, LocalDate.of(2026, 12, 24))).isInstanceOf(Collecting.Ready.class);
    assertThat(Collecting.of(TOLD, LocalDate.of(2026, 12, 25))).isEqualTo(new Collecting.TooLate(Obstacle.NO_FILE, LocalDate.of(2026, 12, 28)));
  }

  @Test
  void withoutAMandateInPeaceOrUntoldItWaits() {
    var today = LocalDate.of(2026, 12, 20);
    var told = Optional.of(LocalDate.of(2026, 12, 1));
    assertThat(what(told(DUE, told, false, false), today)).isEqualTo(Obstacle.NO_MANDATE);
    assertThat(what(told(DUE, told, true, true), today)).isEqualTo(Obstacle.HELD);
    assertThat(what(told(DUE, Optional.empty(), true, false), today)).isEqualTo(Obstacle.NOT_ANNOUNCED);
    assertThat(what(told(DUE, Optional.of(LocalDate.of(2026, 12, 15)), true, false), today)).as("thirteen days before the 28th").isEqualTo(Obstacle.NOT_ANNOUNCED);
    assertThat(Collecting.of(told(DUE, Optional.of(LocalDate.of(2026, 12, 14)), true, false), today)).as("fourteen").isInstanceOf(Collecting.Ready.class);
  }

  private static Obstacle what(Instalment one, LocalDate today) {
    return ((Collecting.Waits) Collecting.of(one, today)).what();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsReadyIsCollectedOnABankDayNeverBeforeItIsDueAndCanStillBeGivenToTheBank(long seed) {
    var random = new Random(seed);
    var due = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(4000));
    int before = random.nextInt(60);
    var today = due.minusDays(before);
    if (Collecting.of(told(due, Optional.of(due.minusDays(20)), true, false), today) instanceof Collecting.Ready ready) {
      assertThat(TargetDays.days().isOne(ready.on())).isTrue();
      assertThat(TargetDays.days().isOne(ready.fileBy())).isTrue();
      assertThat(ready.on()).isAfterOrEqualTo(due).isAfter(ready.fileBy());
      assertThat(ready.fileBy()).isAfterOrEqualTo(today);
    } else {
      assertThat(before).as("only what is near is too late").isLessThan(6);
    }
  }

  @Test
  void targetIsClosedOnSixDaysAYearBesideWeekends() {
    for (var closed : new String[] {"2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25", "2027-03-26", "2027-03-29"}) {
      assertThat(TargetDays.days().isOne(LocalDate.parse(closed))).as(closed).isFalse();
    }
    assertThat(LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).filter(day -> TargetDays.days().isOne(day)).count()).as("of 261 weekdays five; 26 December is a Saturday").isEqualTo(256);
  }
}
