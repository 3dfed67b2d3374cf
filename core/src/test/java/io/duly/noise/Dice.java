package io.duly.noise;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Draws, the same from the same seed. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  SplittableRandom random() {
    return random;
  }

  boolean percent(double share) {
    return random.nextDouble() * 100 < share;
  }

  int upTo(int most) {
    return random.nextInt(most + 1);
  }

  int from(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  String of(String... all) {
    return all[random.nextInt(all.length)];
  }

  String digits(int count) {
    var text = new StringBuilder();
    random.ints(count, 0, 10).forEach(text::append);
    return text.toString();
  }

  UUID id() {
    return new UUID(random.nextLong() & ~0xF000L | 0x7000L, random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
  }

  /** With right check digits. */
  String iban() {
    var bare = digits(18);
    int rest = 0;
    for (char digit : (bare + "131400").toCharArray()) {
      rest = (rest * 10 + digit - '0') % 97;
    }
    return "DE%02d%s".formatted(98 - rest, bare);
  }
}
