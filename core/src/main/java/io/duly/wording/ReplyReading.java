package io.duly.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Suggests what a debtor's reply says (P23). Pure; the text is data and changes nothing by itself. */
public final class ReplyReading {
  /** What is longer is read up to here. */
  public static final int MOST_SIGNS = 50_000;

  static final Concepts CONCEPTS =
      new Concepts(
          Stream.concat(
                  Stream.of("negation", "swallows", "ifPay", "restart", "reported", "turn", "away"),
                  Stream.concat(
                      Stream.of(ReplyMeaning.values()).flatMap(meaning -> meaning.concepts().stream()),
                      Stream.of(StopWish.values()).flatMap(wish -> wish.concept().stream())))
              .toList());
  private static final int NEGATION = CONCEPTS.number("negation");
  private static final int AWAY = CONCEPTS.number("away");
  private static final Scope SCOPE = new Scope(CONCEPTS);
  static final Map<Language, Lexicon> LEXICONS = lexicons();

  private ReplyReading() {}

  private static Map<Language, Lexicon> lexicons() {
    var lexicons = new EnumMap<Language, Lexicon>(Language.class);
    for (Language language : Language.values()) {
      lexicons.put(language, LexiconReader.ofReplies(language, CONCEPTS));
    }
    return lexicons;
  }

  /** What a reply seems to say, each meaning once, the most pressing first; empty where it says nothing known. */
  public static List<ReplySuggestion> of(String reply) {
    String own = OwnWords.of(reply.length() > MOST_SIGNS ? reply.substring(0, MOST_SIGNS) : reply);
    var found = new EnumMap<ReplyMeaning, ReplySuggestion>(ReplyMeaning.class);
    for (List<Token> sentence : Sentences.of(Tokens.of(own))) {
      for (Lexicon spoken : Wording.SHIPPED.languages(sentence, EnumSet.noneOf(Language.class))) {
        read(own, sentence, Objects.requireNonNull(LEXICONS.get(spoken.language())), found);
      }
    }
    return found.values().stream().sorted(Comparator.comparing(ReplySuggestion::meaning)).toList();
  }

  private static void read(
      String own, List<Token> sentence, Lexicon lexicon, Map<ReplyMeaning, ReplySuggestion> found) {
    Passage passage = lexicon.read(sentence);
    for (ReplyMeaning meaning : ReplyMeaning.values()) {
      for (String concept : meaning.concepts()) {
        said(passage, meaning, CONCEPTS.number(concept), lexicon)
            .ifPresent(words -> found.putIfAbsent(meaning, suggestion(own, meaning, concept, passage, words)));
      }
    }
  }

  static Optional<Occurrence> said(Passage passage, ReplyMeaning meaning, int concept, Lexicon lexicon) {
    return passage.of(concept).stream()
        .filter(words -> meaning != ReplyMeaning.STOP || !isAway(passage, words))
        .filter(words -> !meaning.canBeDenied() || !isDenied(passage, meaning, words, lexicon))
        .filter(words -> !SCOPE.isReported(passage, words))
        .findFirst();
  }

  /** "I am not at work today" says where somebody is, not where they may be called. */
  static boolean isAway(Passage passage, Occurrence words) {
    return passage.of(AWAY).stream().anyMatch(words::overlaps);
  }

  /** What begins with a negation means it: "we can't pay", "ne … pas d'accord". */
  private static boolean isDenied(Passage passage, ReplyMeaning meaning, Occurrence words, Lexicon lexicon) {
    boolean meant = passage.of(NEGATION).stream().anyMatch(no -> no.from() == words.from());
    return !meant && SCOPE.isDenied(passage, words, lexicon.negationBehind() && meaning.canBeDeniedFromBehind());
  }

  private static ReplySuggestion suggestion(
      String own, ReplyMeaning meaning, String concept, Passage passage, Occurrence words) {
    int from = passage.token(words.from()).from();
    int to = passage.token(words.to() - 1).to();
    var cause = meaning == ReplyMeaning.HARDSHIP ? Optional.of(concept) : Optional.<String>empty();
    return new ReplySuggestion(meaning, from, to, own.substring(from, to), cause);
  }
}
