package io.duly.bankyear;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Draws, always the same from the same seed. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  boolean oneIn(int share, int of) {
    return random.nextInt(of) < share;
  }

  boolean permille(int share) {
    return oneIn(share, 1_000);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  String digits(int count) {
    var text = new StringBuilder();
    for (int at = 0; at < count; at++) {
      text.append(random.nextInt(10));
    }
    return text.toString();
  }

  UUID id() {
    return new UUID(random.nextLong() & ~0xF000L | 0x7000L, random.nextLong());
  }
}
