package io.duly.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The vocabulary of one language: what its words and phrases mean, and how to say things better.
 *
 * @param negationBehind a negation may stand behind what it negates
 * @param common words that tell the language
 * @param better a better wording by name of rule or category
 */
record Lexicon(
    Language language,
    Concepts concepts,
    Vocabulary vocabulary,
    Map<Integer, List<Pattern>> patterns,
    boolean negationBehind,
    Set<String> common,
    Map<String, String> better) {

  static Lexicon of(
      Language language,
      Concepts concepts,
      Vocabulary vocabulary,
      List<Pattern> patterns,
      boolean negationBehind,
      Set<String> common,
      Map<String, String> better) {
    var byFirst = new HashMap<Integer, List<Pattern>>();
    for (Pattern pattern : patterns) {
      byFirst.computeIfAbsent(pattern.firstSet(), _ -> new ArrayList<>()).add(pattern);
    }
    return new Lexicon(
        language, concepts, vocabulary, Map.copyOf(byFirst), negationBehind, common, Map.copyOf(better));
  }

  /** What the words of a sentence mean in this language. */
  Passage read(List<Token> sentence) {
    var passage = new Passage(sentence, concepts.size());
    int[][] words = vocabulary.sets(sentence);
    for (int from = 0; from < words.length; from++) {
      for (int set : words[from]) {
        for (Pattern pattern : patterns.getOrDefault(set, List.of())) {
          int end = pattern.end(words, from, words.length);
          if (end >= 0) {
            passage.add(pattern.concept(), new Occurrence(from, end));
          }
        }
      }
    }
    return passage;
  }

  /** How many of the words tell this language. */
  int commonWords(List<Token> sentence) {
    int count = 0;
    for (Token token : sentence) {
      count += common.contains(token.form()) ? 1 : 0;
    }
    return count;
  }

  String better(Rule rule) {
    return better.getOrDefault(rule.id(), better.getOrDefault(rule.category().name(), ""));
  }

  String better(String name) {
    return better.getOrDefault(name, "");
  }
}
