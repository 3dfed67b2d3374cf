package io.duly.wording;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules, vocabularies and weights that are shipped. */
record Wording(Rulebook rulebook, Map<Language, Lexicon> lexicons, Leaning leaning) {
  static final Wording SHIPPED = shipped();

  private static final int TELLING = 2;

  private static Wording shipped() {
    WordingFile file = WordingFile.shipped("rules.yaml");
    List<String> names = List.of(file.text("concepts").strip().split("\\s+", -1));
    var concepts = new Concepts(names);
    var lexicons = new EnumMap<Language, Lexicon>(Language.class);
    for (Language language : Language.values()) {
      lexicons.put(language, LexiconReader.read(language, concepts));
    }
    var rulebook = new Rulebook(new RuleReader(concepts).read(file), new Scope(concepts));
    return new Wording(rulebook, lexicons, Leaning.of(Weights.shipped(), lexicons, names));
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
