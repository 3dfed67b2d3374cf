package io.duly.talk;

import java.util.Locale;
import java.util.Optional;

/** A way of paying that may be offered, the best first (P27). */
public enum Way {
  ALL_TODAY,
  BY_DATE,
  PART_AND_REST,
  INSTALMENTS,
  /** Less than the debt, where it is on record why the whole will hardly be recovered (P29). */
  SETTLEMENT;

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
