package io.duly.wording;

import io.duly.wording.Pattern.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads patterns such as {@code tak* ~2 @you to court}: words with alternatives {@code a|b},
 * beginnings {@code arrest*}, named sets {@code @you}, numbers {@code #}, gaps of up to so many
 * words {@code ~2}, and parts that may be missing {@code the?}.
 */
final class PatternReader {
  private static final int WIDEST_GAP = 9;

  private final Vocabulary vocabulary;
  private final Map<String, Set<String>> named;

  /** @param named sets of folded words by their names */
  PatternReader(Vocabulary vocabulary, Map<String, Set<String>> named) {
    this.vocabulary = vocabulary;
    this.named = named;
  }

  /**
   * Reads one pattern.
   *
   * @throws IllegalArgumentException with what is wrong with it
   */
  Pattern read(int concept, String text) {
    var parts = new ArrayList<Part>();
    int gap = 0;
    for (String word : text.strip().split("\\s+", -1)) {
      if (word.startsWith("~")) {
        gap = gap(word, text);
      } else {
        parts.add(part(word, gap));
        gap = 0;
      }
    }
    if (parts.isEmpty() || gap > 0 || parts.getFirst().optional() || parts.getFirst().gap() > 0) {
      throw new IllegalArgumentException("\"" + text + "\" has to begin and end with a word that must be there");
    }
    return new Pattern(concept, List.copyOf(parts));
  }

  private static int gap(String word, String text) {
    int gap = word.length() == 2 ? Character.digit(word.charAt(1), 10) : -1;
    if (gap < 1 || gap > WIDEST_GAP) {
      throw new IllegalArgumentException("A gap in \"" + text + "\" is ~1 to ~" + WIDEST_GAP);
    }
    return gap;
  }

  private Part part(String word, int gap) {
    boolean optional = word.endsWith("?");
    String words = optional ? word.substring(0, word.length() - 1) : word;
    return new Part(
        vocabulary.set(alternatives(words)), gap, optional);
  }

  private Set<String> alternatives(String words) {
    var all = new HashSet<String>();
    for (String each : words.split("\\|", -1)) {
      if (each.startsWith("@")) {
        all.addAll(set(each.substring(1)));
      } else {
        all.addAll(spellings(each));
      }
    }
    return Set.copyOf(all);
  }

  private Set<String> set(String name) {
    Set<String> set = named.get(name);
    if (set == null) {
      throw new IllegalArgumentException("No set of words is named \"" + name + "\"");
    }
    return set;
  }

  /** A word as it is folded, and as those write it who have no umlauts. */
  static Set<String> spellings(String word) {
    String without = word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
    return java.util.stream.Stream.of(word, without)
        .map(Folding::text)
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }
}
