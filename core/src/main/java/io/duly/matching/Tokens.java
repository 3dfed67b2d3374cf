package io.duly.matching;

import io.duly.matching.Token.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A payer's text, taken apart. */
final class Tokens {
  private static final int LONGEST = 2_000;
  private static final int MOST = 200;

  private final String plain;
  private final List<Token> all;
  private final Set<Integer> dates;

  private Tokens(String plain, List<Token> all, Set<Integer> dates) {
    this.plain = plain;
    this.all = all;
    this.dates = dates;
  }

  /** @param amount minor units of the payment that the text came with */
  static Tokens of(String text, long amount) {
    var plain = Plain.capitals(text.substring(0, Math.min(LONGEST, text.length())));
    var marks = NotNumbers.in(plain, amount);
    var tokens = new ArrayList<Token>();
    int from = -1;
    for (int at = 0; at <= plain.length() && tokens.size() < MOST; at++) {
      boolean inside = at < plain.length() && Character.isLetterOrDigit(plain.charAt(at));
      if (inside && from < 0) {
        from = at;
      } else if (!inside && from >= 0) {
        tokens.add(token(plain, from, at, marks, tokens));
        from = -1;
      }
    }
    return new Tokens(plain, tokens, marks.dates());
  }

  private static Token token(String plain, int from, int to, NotNumbers marks, List<Token> before) {
    var text = plain.substring(from, to);
    boolean digits = Plain.hasDigit(text);
    return new Token(text, from, to, digits && marks.within(from, to) ? Role.OTHER : role(plain, from, text, digits, before), digits);
  }

  /** What the nearest word before it that says something says; the letters that a number begins with say it first. */
  private static Role role(String plain, int from, String text, boolean digits, List<Token> before) {
    var own = digits ? Wording.role(letters(text)) : null;
    if (own != null) {
      return own;
    }
    boolean another = false;
    int next = from;
    for (int at = before.size() - 1; at >= 0 && at >= before.size() - 12; next = before.get(at).from(), at--) {
      var word = before.get(at);
      if (word.digits()) {
        another |= apart(plain.substring(word.to(), next));
        continue;
      }
      var role = Wording.role(word.text(), at == 0 ? "" : before.get(at - 1).text());
      if (role != null || !Wording.neutral(word.text())) {
        return role == null || another && role == Role.CUSTOMER ? Role.PLAIN : role;
      }
    }
    return Role.PLAIN;
  }

  /** A customer has one number: what stands apart from it is another. */
  private static boolean apart(String gap) {
    return gap.chars().anyMatch(one -> Character.isWhitespace(one) || one == ',' || one == ';');
  }

  private static String letters(String text) {
    int to = 0;
    while (to < text.length() && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return text.substring(0, to);
  }

  List<Token> all() {
    return all;
  }

  /** Days that the text has, as days since 1970. */
  Set<Integer> dates() {
    return dates;
  }

  Token get(int at) {
    return all.get(at);
  }

  int size() {
    return all.size();
  }

  /** What stands between a token and the next. */
  String gap(int before) {
    return plain.substring(all.get(before).to(), all.get(before + 1).from());
  }

  /** Whether the text ends with this token, so that it may have been cut off there. */
  boolean endsWith(int token) {
    return token == all.size() - 1 && all.get(token).to() >= plain.stripTrailing().length() && plain.length() >= 20;
  }

  int length() {
    return plain.length();
  }

  String text(int from, int to) {
    return plain.substring(from, to);
  }
}
