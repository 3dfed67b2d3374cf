package io.duly.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the label of a sentence says, in the words that different people use for it. */
enum SentenceLabel {
  HARMFUL,
  LAWFUL;

  private static final Set<String> OF_HARM =
      Set.of(
          "threat", "threats", "threatening", "deceptive", "deception", "misleading", "abusive", "abuse", "harassing", "harassment", "illegal",
          "unlawful", "harm", "harmful", "insult", "insulting", "shaming", "intimidating", "intimidation", "coercive", "coercion", "prohibited",
          "forbidden", "violation", "hostile", "aggressive", "scam", "impersonation", "disclosure");
  private static final Set<String> OF_LAW =
      Set.of(
          "polite", "firm", "lawful", "legal", "neutral", "ok", "okay", "fine", "claim", "spared", "harmless", "legitimate", "compliant",
          "acceptable", "allowed", "friendly", "good", "clean", "safe", "benign", "permitted");

  /** Empty where the label says neither, or both. */
  static Optional<SentenceLabel> of(String label) {
    List<String> words = Arrays.stream(label.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)).filter(word -> !word.isEmpty()).toList();
    return Arrays.stream(values()).filter(each -> !words.isEmpty() && each.words().containsAll(words)).findFirst();
  }

  private Set<String> words() {
    return this == HARMFUL ? OF_HARM : OF_LAW;
  }
}
