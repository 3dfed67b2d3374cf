package io.duly.wording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Weighs what no rule has found: sentences that speak as threats do are held for approval. It never blocks. The weights
 * were learnt from the project's own sentences; docs/tone.md says how and how well.
 */
final class Leaning {
  private static final String LAW = "12 CFR 1006.14(a), 1006.18(a); CONC 7.3; Directive 2005/29/EC arts 6-9; P12";
  private static final int WIDEST = 3;
  private static final int TELLING = 4;
  private static final double LEAST = -0.45;
  private static final double MORE_EACH_DOUBLING = 0.2;

  private final Weights weights;
  private final Map<Language, Traits> traits;

  private Leaning(Weights weights, Map<Language, Traits> traits) {
    this.weights = weights;
    this.traits = traits;
  }

  static Leaning of(Weights weights, Map<Language, Lexicon> lexicons, List<String> ruleConcepts) {
    var traits = new EnumMap<Language, Traits>(Language.class);
    lexicons.forEach((language, lexicon) -> traits.put(language, Traits.of(lexicon, ruleConcepts)));
    return new Leaning(weights, traits);
  }

  Collection<String> traits(Language language, List<List<Token>> sentences) {
    return Traits.together(sentences.stream().map(traitsOf(language)::read).toList());
  }

  /** Looks at every sentence, and at two and three that follow each other, where no rule has found anything grave. */
  void check(String text, List<List<Token>> sentences, Wording wording, Set<Language> declared, List<Finding> findings) {
    double least = LEAST + MORE_EACH_DOUBLING * Math.log(Math.max(1, sentences.size())) / Math.log(2);
    var found = new ArrayList<Finding>();
    for (Lexicon lexicon : wording.lexicons().values()) {
      List<Read> read = read(lexicon, sentences, wording, declared);
      for (int from = 0; from < read.size(); from++) {
        for (int to = from + 1; to <= Math.min(read.size(), from + WIDEST); to++) {
          found(text, read.subList(from, to), lexicon, least).ifPresent(found::add);
        }
      }
    }
    found.sort(Comparator.comparingInt(each -> each.to() - each.from()));
    for (Finding each : found) {
      if (findings.stream().noneMatch(other -> other.severity() != Severity.HINT && other.overlaps(each))) {
        findings.add(each);
      }
    }
  }

  private record Read(List<Token> sentence, Traits.Seen seen) {}

  /** The sentences that are in a language, read in it. */
  private List<Read> read(Lexicon lexicon, List<List<Token>> sentences, Wording wording, Set<Language> declared) {
    Traits these = traitsOf(lexicon.language());
    return sentences.stream()
        .filter(sentence -> declared.contains(lexicon.language()) || lexicon.commonWords(sentence) * TELLING >= sentence.size())
        .filter(sentence -> wording.languages(sentence, declared).contains(lexicon))
        .map(sentence -> new Read(sentence, these.read(sentence)))
        .toList();
  }

  private Optional<Finding> found(String text, List<Read> read, Lexicon lexicon, double least) {
    Collection<String> these = Traits.together(read.stream().map(Read::seen).toList());
    return weights.score(these) > least
        ? Optional.of(finding(text, read.stream().map(Read::sentence).toList(), weights.heaviest(these), lexicon))
        : Optional.empty();
  }

  private Traits traitsOf(Language language) {
    Traits found = traits.get(language);
    if (found == null) {
      throw new IllegalStateException("Nothing is weighed in " + language);
    }
    return found;
  }

  private static Finding finding(String text, List<List<Token>> sentences, Optional<String> subject, Lexicon lexicon) {
    int from = sentences.getFirst().getFirst().from();
    int to = sentences.getLast().getLast().to();
    Category category = subject.map(Leaning::category).orElse(Category.PRESSURE);
    return new Finding(
        from, to, text.substring(from, to), category, Severity.NEEDS_APPROVAL, "leaning", LAW,
        "These words are more like those of threats than like those of good letters; a second person should read them.",
        lexicon.better(category.name()));
  }

  private static Category category(String subject) {
    return switch (subject) {
      case "insult", "mockery", "origin" -> Category.INSULT;
      case "shame", "frail" -> Category.SHAMING;
      case "kin", "outsiders", "exposing" -> Category.DISCLOSURE;
      case "hurry" -> Category.FALSE_URGENCY;
      case "authority", "norights", "taking", "tribunal", "lawpeople", "inflate" -> Category.FALSE_AUTHORITY;
      case "lawbreaking", "cruelty", "ominous", "coming", "watching", "senders", "status" -> Category.THREAT;
      case "secrets" -> Category.IMPERSONATION;
      default -> Category.PRESSURE;
    };
  }
}
