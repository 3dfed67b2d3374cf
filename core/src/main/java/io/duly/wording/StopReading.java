package io.duly.wording;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads how much of a "please stop" is meant (P23). Where it is not said how far, everything is meant: to be silent for a day
 * too long harms nobody, and a person looks at it. Pure.
 */
public final class StopReading {
  private static final int FEW = 5;

  private StopReading() {}

  /** What is wished, each wish once, the widest first; empty where nobody asks to be left alone. */
  public static List<StopSuggestion> of(String reply) {
    String own = OwnWords.of(reply.length() > ReplyReading.MOST_SIGNS ? reply.substring(0, ReplyReading.MOST_SIGNS) : reply);
    var found = new EnumMap<StopWish, StopSuggestion>(StopWish.class);
    for (List<Token> sentence : Sentences.of(Tokens.of(own))) {
      var said = new EnumMap<StopWish, StopSuggestion>(StopWish.class);
      for (Language language : languages(sentence)) {
        read(own, Objects.requireNonNull(ReplyReading.LEXICONS.get(language)), sentence, said);
      }
      if (said.size() > 1) {
        said.remove(StopWish.ALL);
      }
      said.forEach(found::putIfAbsent);
    }
    if (found.containsKey(StopWish.EMAIL_ONLY)) {
      found.remove(StopWish.LETTERS_ONLY); // "write to me only by e-mail"
    }
    if (found.containsKey(StopWish.EMAIL_ONLY) || found.containsKey(StopWish.LETTERS_ONLY)) {
      found.remove(StopWish.ALL); // who names a way does not close every one
    }
    return List.copyOf(found.values());
  }

  private static void read(String own, Lexicon lexicon, List<Token> sentence, Map<StopWish, StopSuggestion> found) {
    Passage passage = lexicon.read(sentence);
    Optional<Occurrence> stop = ReplyReading.said(passage, ReplyMeaning.STOP, ReplyReading.CONCEPTS.number("stop"), lexicon);
    for (StopWish wish : StopWish.values()) {
      Optional<Occurrence> said = wish.concept().flatMap(name -> passage.of(ReplyReading.CONCEPTS.number(name)).stream().filter(words -> !ReplyReading.isAway(passage, words)).findFirst());
      if (said.isPresent() && (stop.isPresent() || wish.speaksForItself())) {
        found.putIfAbsent(wish, new StopSuggestion(wish, words(own, passage, said.get())));
      }
    }
    stop.ifPresent(words -> found.putIfAbsent(StopWish.ALL, new StopSuggestion(StopWish.ALL, words(own, passage, words))));
  }

  /** A few words are of any language: "STOP". */
  private static Set<Language> languages(List<Token> sentence) {
    if (sentence.size() <= FEW) {
      return EnumSet.allOf(Language.class);
    }
    var spoken = EnumSet.noneOf(Language.class);
    Wording.SHIPPED.languages(sentence, EnumSet.noneOf(Language.class)).forEach(lexicon -> spoken.add(lexicon.language()));
    return spoken;
  }

  private static String words(String own, Passage passage, Occurrence said) {
    return own.substring(passage.token(said.from()).from(), passage.token(said.to() - 1).to());
  }
}
