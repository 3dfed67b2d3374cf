package io.duly.strategy;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word somebody probably meant. */
final class Nearest {
  private static final int LONGEST = 40;

  private Nearest() {}

  /** The known word closest to what was written; empty where none is close. */
  static Optional<String> to(String written, Collection<String> known) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String nearest = "";
    int least = Math.max(2, written.length() / 2);
    for (String word : known.stream().sorted().toList()) {
      int distance = distance(written.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        nearest = word;
      }
    }
    return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
  }

  /** {@code ; did you mean "gap"?} or, where nothing is close, {@code ; known are a, b, c}. */
  static String hint(String written, Collection<String> known) {
    return to(written, known)
        .map(word -> "; did you mean \"" + word + "\"?")
        .orElseGet(() -> "; known are " + String.join(", ", known.stream().sorted().toList()));
  }

  /** How many letters must be put in, taken out or changed (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int at = 0; at < row.length; at++) {
      row[at] = at;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
