package io.duly.wording;

import java.util.ArrayList;
import java.util.List;

/** Puts together again what was pulled apart: {@code s u e}, {@code a.r.r.e.s.t}, {@code po-lice}. */
final class Spaced {
  private static final int FEWEST_LETTERS = 3;

  private Spaced() {}

  static List<Token> joined(List<Token> tokens, String original) {
    var whole = new ArrayList<Token>(tokens.size());
    for (int at = 0; at < tokens.size(); ) {
      int end = runEnd(tokens, at, original);
      if (end - at >= FEWEST_LETTERS) {
        whole.add(tokens.subList(at + 1, end).stream().reduce(tokens.get(at), Token::joined).masked());
        at = end;
      } else if (at + 1 < tokens.size() && isHyphenated(tokens.get(at), tokens.get(at + 1), original)) {
        whole.add(tokens.get(at).joined(tokens.get(at + 1)));
        at += 2;
      } else {
        whole.add(tokens.get(at++));
      }
    }
    return withoutLonelyWords(whole);
  }

  private static int runEnd(List<Token> tokens, int from, String original) {
    int end = from;
    while (end < tokens.size()
        && tokens.get(end).form().length() == 1
        && tokens.get(end).isWord()
        && (end == from || isRun(tokens, from, end, original))) {
      end++;
    }
    return end;
  }

  private static boolean isRun(List<Token> tokens, int from, int end, String original) {
    Token last = tokens.get(end - 1);
    return tokens.get(end).from() == last.to() + 1
        && original.charAt(last.to()) == original.charAt(tokens.get(from).to())
        && original.charAt(last.to()) != '\'';
  }

  private static boolean isHyphenated(Token first, Token second, String original) {
    return second.from() == first.to() + 1
        && original.charAt(first.to()) == '-'
        && first.isWord()
        && second.isWord()
        && Math.min(first.form().length(), second.form().length()) <= 2;
  }

  /** "We. Will. Sue." is one sentence: a sentence of one word belongs to the next. */
  private static List<Token> withoutLonelyWords(List<Token> tokens) {
    var merged = new ArrayList<Token>(tokens.size());
    int shift = 0;
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      merged.add(token.inSentence(token.sentence() - shift));
      boolean lonely =
          (at == 0 || tokens.get(at - 1).sentence() != token.sentence())
              && at + 1 < tokens.size()
              && tokens.get(at + 1).sentence() == token.sentence() + 1;
      shift += lonely ? 1 : 0;
    }
    return merged;
  }
}
