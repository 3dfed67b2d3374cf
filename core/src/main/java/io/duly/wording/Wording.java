package io.duly.wording;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules and vocabularies that are shipped. */
record Wording(Rulebook rulebook, Map<Language, Lexicon> lexicons) {
  static final Wording SHIPPED = shipped();

  private static final int TELLING = 2;

  private static Wording shipped() {
    WordingFile file = WordingFile.shipped("rules.yaml");
    var concepts = new Concepts(List.of(file.text("concepts").strip().split("\\s+", -1)));
    var lexicons = new EnumMap<Language, Lexicon>(Language.class);
    for (Language language : Language.values()) {
      lexicons.put(language, LexiconReader.read(language, concepts));
    }
    return new Wording(new Rulebook(new RuleReader(concepts).read(file), new Scope(concepts)), lexicons);
  }

  /** In which languages a sentence is read: the declared ones, others that it seems to be in, all where it tells none. */
  List<Lexicon> languages(List<Token> sentence, Set<Language> declared) {
    int most = 0;
    for (Lexicon lexicon : lexicons.values()) {
      most = Math.max(most, lexicon.commonWords(sentence));
    }
    var read = new ArrayList<Lexicon>();
    for (Lexicon lexicon : lexicons.values()) {
      int common = lexicon.commonWords(sentence);
      boolean seems = most < TELLING ? declared.isEmpty() : common == most || (declared.isEmpty() && common >= TELLING);
      if (seems || declared.contains(lexicon.language())) {
        read.add(lexicon);
      }
    }
    return read;
  }

  /** The language in which to speak about a whole text. */
  Lexicon main(List<Token> tokens, Set<Language> declared) {
    Lexicon main = lexicon(declared.isEmpty() ? Language.EN : declared.iterator().next());
    for (Lexicon lexicon : lexicons.values()) {
      boolean allowed = declared.isEmpty() || declared.contains(lexicon.language());
      main = allowed && lexicon.commonWords(tokens) > main.commonWords(tokens) ? lexicon : main;
    }
    return main;
  }

  private Lexicon lexicon(Language language) {
    Lexicon lexicon = lexicons.get(language);
    if (lexicon == null) {
      throw new IllegalStateException("No wording is shipped for " + language);
    }
    return lexicon;
  }
}
