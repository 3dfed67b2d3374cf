package io.duly.talk;

import java.util.Locale;
import java.util.Optional;

/** A way of paying that may be offered, the best first (P27). */
public enum Way {
  ALL_TODAY,
  BY_DATE,
  PART_AND_REST,
  INSTALMENTS;

  /** As forms and tables spell it: {@code part_and_rest}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The way of that word. */
  public static Optional<Way> of(String word) {
    for (Way way : values()) {
      if (way.word().equals(word)) {
        return Optional.of(way);
      }
    }
    return Optional.empty();
  }
}
