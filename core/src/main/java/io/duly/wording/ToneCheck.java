package io.duly.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Checks texts before they may leave (P12). Safe for many threads; made once and kept. */
public final class ToneCheck {
  /** Longer texts are refused rather than read in part. */
  public static final int MOST_SIGNS = 200_000;

  private final Set<Language> declared;

  private ToneCheck(Set<Language> declared) {
    this.declared = declared;
  }

  /** Checks texts written in one of these languages; sentences in another are noticed and read in that. */
  public static ToneCheck of(Language... languages) {
    return languages.length == 0
        ? ofAnyLanguage()
        : new ToneCheck(EnumSet.copyOf(Arrays.asList(languages)));
  }

  /** Checks texts whose language is not known. */
  public static ToneCheck ofAnyLanguage() {
    return new ToneCheck(EnumSet.noneOf(Language.class));
  }

  /**
   * What is wrong with a text or missing from it, in its order.
   *
   * @throws IllegalArgumentException for a text longer than {@link #MOST_SIGNS}
   */
  public List<Finding> check(String text, CaseFacts facts) {
    if (text.length() > MOST_SIGNS) {
      throw new IllegalArgumentException("A message of more than " + MOST_SIGNS + " signs is not checked; shorten it");
    }
    var covered = Quoted.covered(text, facts.quoted());
    List<Token> tokens = Tokens.of(covered);
    var findings = new ArrayList<Finding>(Disguises.signs(covered));
    List<List<Token>> sentences = Sentences.of(tokens);
    for (List<Token> sentence : sentences) {
      for (Lexicon lexicon : Wording.SHIPPED.languages(sentence, declared)) {
        Wording.SHIPPED.rulebook().check(text, lexicon.read(sentence), lexicon, facts, findings);
      }
    }
    Wording.SHIPPED.leaning().check(text, sentences, Wording.SHIPPED, declared, findings);
    findings.addAll(Shouting.in(covered));
    findings.addAll(Figures.in(covered, facts));
    findings.addAll(GoodSide.missing(text, tokens, Wording.SHIPPED.main(tokens, declared), facts));
    return Merged.of(findings);
  }

  /** The gravest of some findings decides; none is a hint at most. */
  public static Severity gravest(List<Finding> findings) {
    return findings.stream().map(Finding::severity).max(Severity::compareTo).orElse(Severity.HINT);
  }
}
