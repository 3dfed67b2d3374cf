package io.duly.demo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Chance, the same every time for the same seed. */
final class Draw {
  private final RandomGenerator random;

  Draw(long seed, long stream) {
    random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + stream);
  }

  /** From {@code from} to {@code to}, both included. */
  int between(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  boolean percent(double percent) {
    return random.nextDouble() * 100 < percent;
  }

  <T> T from(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Around 1, never below 0: {@code spread} 0.5 keeps two thirds between 0.6 and 1.65. */
  double factor(double spread) {
    return Math.exp(random.nextGaussian() * spread);
  }

  String digits(int count) {
    var text = new StringBuilder();
    for (int at = 0; at < count; at++) {
      text.append(random.nextInt(10));
    }
    return text.toString();
  }
}
