package io.duly.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.strategy.Likelihood.Because;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("P33")
class LikelihoodTest {

  @ParameterizedTest
  @CsvSource({
    "-400, 990",
    "0, 990",
    "1, 989",
    "30, 940",
    "45, 895",
    "90, 740",
    "180, 580",
    "365, 270",
    "730, 140",
    "1825, 20",
    "1826, 20",
    "9223372036854775807, 20"
  })
  void fallsWithAge(long days, int perMille) {
    assertThat(Likelihood.perMille(days)).isEqualTo(perMille);
  }

  @Test
  void neverRises() {
    for (int day = 1; day < 3000; day++) {
      assertThat(Likelihood.perMille(day)).isBetween(20, Likelihood.perMille(day - 1));
    }
  }

  @Test
  void fallsWithEachBrokenPromise() {
    for (int day : new int[] {0, 10, 60, 400, 5000}) {
      for (int broken = 1; broken < 7; broken++) {
        assertThat(of(day, 3, 1, broken)).isBetween(1, of(day, 3, 1, broken - 1));
      }
    }
    assertThat(of(90, 3, 1, 0)).isEqualTo(740);
    assertThat(of(90, 3, 1, 1)).isEqualTo(655);
    assertThat(of(90, 3, 1, 4)).isEqualTo(of(90, 3, 1, 40)).isEqualTo(360);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 695, NEVER_PAID_YET",
    "2, 2, 740,",
    "3, 0, 810, PAYS_ON_TIME",
    "5, 1, 810, PAYS_ON_TIME",
    "4, 1, 740,",
    "3, 2, 695, PAYS_LATE",
    "10, 6, 740,"
  })
  void theHabitOfPayingMovesIt(int settled, int late, int perMille, Because because) {
    var estimate = Likelihood.of(90, new TrackRecord(settled, late, 0));
    assertThat(estimate.byAge()).isEqualTo(740);
    assertThat(estimate.perMille()).isEqualTo(perMille);
    assertThat(estimate.because()).isEqualTo(because == null ? List.of() : List.of(because));
  }

  @Test
  void neverRisesWithAgeWhateverTheRecord() {
    for (int day = 1; day < 3000; day++) {
      assertThat(of(day, 9, 0, 2)).isBetween(1, of(day - 1, 9, 0, 2));
    }
  }

  private static int of(long days, int settled, int late, int broken) {
    return Likelihood.of(days, new TrackRecord(settled, late, broken)).perMille();
  }
}
