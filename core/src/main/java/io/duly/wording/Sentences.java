package io.duly.wording;

import java.util.ArrayList;
import java.util.List;

/** Cuts the words of a text into those of its sentences. */
final class Sentences {
  private Sentences() {}

  static List<List<Token>> of(List<Token> tokens) {
    var sentences = new ArrayList<List<Token>>();
    int from = 0;
    for (int at = 1; at <= tokens.size(); at++) {
      if (at == tokens.size() || tokens.get(at).sentence() != tokens.get(from).sentence()) {
        sentences.add(tokens.subList(from, at));
        from = at;
      }
    }
    return sentences;
  }
}
