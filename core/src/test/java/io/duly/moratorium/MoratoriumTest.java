package io.duly.moratorium;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.moratorium.Caveat.Seeker;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Breathing space by law. */
@Tag("P17")
class MoratoriumTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
  private static final Optional<LocalDate> NONE = Optional.empty();

  private static Moratorium moratorium(String word) {
    return Moratoria.of(word).orElseThrow();
  }

  static Stream<Moratorium> all() {
    return Moratoria.all().stream();
  }

  /** Breathing Space day 10: neither interest nor a reminder (H-26); interest begins again after the last day. */
  @Test
  void h26() {
    var space = moratorium("gb-standard").from(FIRST, NONE, NONE);
    var arose = LocalDate.of(2026, 1, 15);
    assertThat(space.last()).contains(LocalDate.of(2026, 4, 1));
    assertThat(space.rests(arose, FIRST.plusDays(9))).isTrue();
    assertThat(space.rests(arose, LocalDate.of(2026, 4, 1))).isTrue();
    assertThat(space.rests(arose, LocalDate.of(2026, 4, 2))).isFalse();
  }

  @Test
  void aMentalHealthCrisisHasNoEndUntilTheTreatmentHas() {
    var crisis = moratorium("gb-crisis");
    assertThat(crisis.isOfTreatment()).isTrue();
    assertThat(crisis.from(FIRST, NONE, NONE)).satisfies(span -> assertThat(span.last()).isEmpty()).satisfies(span -> assertThat(span.holdsOn(FIRST.plusYears(1))).isTrue());
    assertThat(crisis.from(FIRST, Optional.of(LocalDate.of(2026, 5, 10)), NONE).last()).contains(LocalDate.of(2026, 6, 9));
  }

  @Test
  void scotlandGivesSixMonths() {
    assertThat(moratorium("gb-scotland").from(FIRST, NONE, NONE).last()).contains(LocalDate.of(2026, 7, 31));
  }

  @Test
  void whatAroseAfterItBeganIsNoneOfItsDebts() {
    var space = moratorium("gb-standard").from(FIRST, NONE, NONE);
    assertThat(space.rests(FIRST, FIRST)).isTrue();
    assertThat(space.rests(FIRST.plusDays(1), FIRST.plusDays(5))).isFalse();
  }

  @Test
  void aCompanyOutsideItsCountrySoonAfterAnotherIsAskedAboutAndRecordedAllTheSame() {
    var standard = moratorium("gb-standard");
    var shop = new Seeker(Optional.of("GB"), Optional.of("ENG"), false, false, NONE);
    assertThat(standard.caveats(shop, FIRST)).isEmpty();
    var other = new Seeker(Optional.of("GB"), Optional.of("SCT"), true, true, Optional.of(FIRST.minusMonths(11)));
    assertThat(standard.caveats(other, FIRST)).containsExactly(Caveat.ELSEWHERE, Caveat.COMPANY, Caveat.TRADES_ALONE, Caveat.AGAIN_TOO_SOON);
    assertThat(moratorium("gb-crisis").caveats(new Seeker(Optional.of("GB"), NONE.map(String::valueOf), false, false, Optional.of(FIRST.minusMonths(1))), FIRST)).isEmpty();
  }

  /** Whatever happens to it, it is one run of days that begins on the first, and whoever cancels it never makes it longer. */
  @ParameterizedTest
  @MethodSource("all")
  void everyMoratoriumIsOneRunOfDays(Moratorium given) {
    var random = new SplittableRandom(17);
    for (int round = 0; round < 500; round++) {
      var first = FIRST.plusDays(random.nextInt(2000));
      var treated = random.nextBoolean() ? Optional.of(first.plusDays(random.nextInt(200))) : NONE;
      var whole = given.from(first, treated, NONE);
      var cut = first.plusDays(random.nextInt(400));
      var cancelled = given.from(first, treated, Optional.of(cut));
      assertThat(whole.holdsOn(first)).isTrue();
      assertThat(whole.holdsOn(first.minusDays(1))).isFalse();
      for (var day = first; day.isBefore(first.plusDays(420)); day = day.plusDays(7)) {
        assertThat(cancelled.holdsOn(day)).isEqualTo(whole.holdsOn(day) && day.isBefore(cut));
        assertThat(whole.rests(first.minusDays(1), day)).isEqualTo(whole.holdsOn(day));
        assertThat(whole.holdsOn(day) || !whole.holdsOn(day.plusDays(1))).isTrue();
      }
    }
  }
}
