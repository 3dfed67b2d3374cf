package io.duly.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a text into words, clauses and sentences. */
final class Tokens {
  private static final Set<String> ELIDED =
      Set.of("l", "d", "qu", "n", "s", "j", "c", "m", "t", "jusqu", "lorsqu", "puisqu");
  private static final String QUOTES = "\"“”„«»";
  private static final String CLAUSE_ENDS = ",;:()–—\n";

  private final FoldedText text;
  private final List<Token> tokens = new ArrayList<>();
  private int sentence;
  private int clause;
  private boolean quoted;

  private Tokens(FoldedText text) {
    this.text = text;
  }

  static List<Token> of(String original) {
    var cut = new Tokens(FoldedText.of(original));
    cut.cut();
    return Spaced.joined(cut.tokens, original);
  }

  private void cut() {
    int at = 0;
    while (at < text.length()) {
      if (startsWord(at)) {
        int end = wordEnd(at);
        add(at, end);
        at = end;
      } else {
        separate(at++);
      }
    }
  }

  private boolean startsWord(int at) {
    char sign = text.at(at);
    return Character.isLetterOrDigit(sign)
        || ((sign == '$' || sign == '@') && Character.isLetter(text.at(at + 1)));
  }

  private int wordEnd(int from) {
    int at = from + 1;
    while (Character.isLetterOrDigit(text.at(at)) || isInner(at)) {
      if (text.at(at) == '\'' && ELIDED.contains(text.part(from, at))) {
        return at;
      }
      at++;
    }
    return at;
  }

  private boolean isInner(int at) {
    char sign = text.at(at);
    return (sign == '\'' || Masks.isSign(sign))
        && Character.isLetterOrDigit(text.at(at + 1))
        && Character.isLetterOrDigit(text.at(at - 1));
  }

  private void add(int from, int to) {
    List<String> readings = Masks.readings(text.part(from, to));
    boolean disguised = readings.size() > 1 || text.hasLookalike(from, to);
    tokens.add(
        new Token(readings, text.place(from), text.placeBehind(to), sentence, clause, quoted, disguised));
  }

  private void separate(int at) {
    char sign = text.at(at);
    if (QUOTES.indexOf(sign) >= 0) {
      quoted = !quoted;
      clause++;
    } else if (endsSentence(sign, at)) {
      sentence++;
      clause++;
    } else if (CLAUSE_ENDS.indexOf(sign) >= 0 || (sign == '-' && text.at(at + 1) == ' ')) {
      clause++;
    }
  }

  private boolean endsSentence(char sign, int at) {
    return switch (sign) {
      case '!', '?', '¿', '¡', '•' -> true;
      case '.' -> Character.isWhitespace(text.at(at + 1)) && !followsSingleLetter(at) && !isOrdinal(at);
      case '\n' -> isBlankLine(at);
      default -> false;
    };
  }

  private boolean isBlankLine(int at) {
    int next = at + 1;
    while (text.at(next) == ' ' && next < text.length() || text.at(next) == '\r') {
      next++;
    }
    if (text.at(next) == '\n') {
      quoted = false;
      return true;
    }
    return false;
  }

  /** The dot of "am 12.03. überwiesen", not that of a number at the end. */
  private boolean isOrdinal(int at) {
    int next = at + 1;
    while (next < text.length() && text.at(next) == ' ') {
      next++;
    }
    return Character.isDigit(text.at(at - 1)) && text.isSmallLetter(next);
  }

  private boolean followsSingleLetter(int at) {
    return Character.isLetter(text.at(at - 1)) && !Character.isLetterOrDigit(text.at(at - 2));
  }
}
