package io.duly.correspondence.template;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** Says what somebody may have meant. */
final class Spelling {
  private Spelling() {}

  static String unknownVariable(String word) {
    var all = Stream.of(Variable.values()).map(Variable::word);
    return "There is no value {{" + shown(word) + "}}; did you mean {{" + nearest(word, all) + "}}?";
  }

  static String unknownCondition(String word) {
    var all = Stream.of(Condition.values()).map(Condition::word);
    return "There is no condition \"" + shown(word) + "\"; did you mean {{if " + nearest(word, all) + "}}?";
  }

  private static String shown(String word) {
    var line = word.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
    return line.substring(0, Math.min(line.length(), 40));
  }

  private static String nearest(String word, Stream<String> all) {
    var meant = shown(word).toLowerCase(Locale.ROOT).replaceAll("[_-]", " ");
    return all.min(Comparator.comparingInt(one -> distance(meant, one))).orElseThrow();
  }

  /** Levenshtein's. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, at -> at);
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
