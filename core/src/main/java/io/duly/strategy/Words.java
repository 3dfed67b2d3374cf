package io.duly.strategy;

import java.util.Locale;

/** How constants and counts are written in policies and said in reasons. */
final class Words {
  private Words() {}

  /** {@code FINAL_DEMAND} is {@code final-demand}; text stays as it is. */
  static String of(Object value) {
    return value instanceof Enum<?> named
        ? named.name().toLowerCase(Locale.ROOT).replace('_', '-')
        : value.toString();
  }

  /** {@code 1 day}, {@code 3 days}. */
  static String count(long count, String noun) {
    return count == 1 ? "1 " + noun : count + " " + noun + "s";
  }
}
