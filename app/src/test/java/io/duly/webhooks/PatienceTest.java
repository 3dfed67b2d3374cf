package io.duly.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatienceTest {
  @Test
  void itIsTriedOftenAtFirstAndStillOnTheThirdDay() {
    var random = new Random(7);
    assertThat(Patience.after(1, random)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
    assertThat(Patience.after(3, random)).isBetween(Duration.ofSeconds(72), Duration.ofSeconds(108));
    assertThat(Patience.after(40, random)).isBetween(Duration.ofMinutes(576), Duration.ofMinutes(864));
    var spent = Duration.ZERO;
    int attempts = 0;
    while (spent.compareTo(Patience.AT_MOST) < 0) {
      spent = spent.plus(Patience.after(++attempts, random));
    }
    assertThat(attempts).isBetween(11, 16);
  }

  @Test
  void notAllComeBackAtOnce() {
    var random = new Random(7);
    assertThat(java.util.stream.Stream.generate(() -> Patience.after(5, random)).limit(20).distinct().count()).isGreaterThan(15);
  }

  @Test
  void aWholeWebhookRestsForFiveMinutesAtMost() {
    assertThat(Patience.rest(1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(Patience.rest(8)).isEqualTo(Duration.ofSeconds(256));
    assertThat(Patience.rest(100_000)).isEqualTo(Duration.ofMinutes(5));
  }
}
