package io.duly.strategy;

import static org.assertj.core.api.Assertions.assertThat;

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
}
