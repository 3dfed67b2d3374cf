package io.duly.webhooks;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long is waited after a failure, and for how long it is tried at all. */
final class Patience {
  /** After an event has failed for so long its webhook is paused. */
  static final Duration AT_MOST = Duration.ofDays(3);

  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration LONGEST_REST = Duration.ofMinutes(5);
  private static final int FACTOR = 3;

  private Patience() {}

  /** Ten seconds, thrice as long each time, half a day at most; a fifth more or less, lest all come back at once. */
  static Duration after(int attempts, RandomGenerator random) {
    double seconds = Math.min((double) LONGEST.toSeconds(), FIRST.toSeconds() * Math.pow(FACTOR, attempts - 1.0));
    return Duration.ofMillis((long) (1000 * seconds * random.nextDouble(0.8, 1.2)));
  }

  /** How long a whole webhook is left alone after so many failures in a row: 2, 4, 8 … seconds, five minutes at most. */
  static Duration rest(int failures) {
    return failures > 8 ? LONGEST_REST : Duration.ofSeconds(Math.min(LONGEST_REST.toSeconds(), 1L << failures));
  }

  /** What a receiver may ask for at most. */
  static Duration bounded(Duration asked) {
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
