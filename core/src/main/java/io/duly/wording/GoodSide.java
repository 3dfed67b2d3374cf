package io.duly.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a good message has and a text lacks: a question for the debtor's view, an offer of help, a name. */
final class GoodSide {
  private static final int WHOLE_MESSAGE = 30;
  private static final Pattern NAME =
      Pattern.compile("(?m)^[ \\t]*\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}.'’-]*){1,3}[ \\t]*$");

  private GoodSide() {}

  static List<Finding> missing(String text, List<Token> tokens, Lexicon lexicon, CaseFacts facts) {
    if (tokens.size() < WHOLE_MESSAGE) {
      return List.of();
    }
    Passage whole = lexicon.read(tokens);
    var missing = new ArrayList<Finding>();
    if (whole.of(lexicon.concepts().number("asksView")).isEmpty()) {
      missing.add(hint(text, "asks-no-view", "P09, P16", "The text does not ask how the debtor sees it.", lexicon));
    }
    if (whole.of(lexicon.concepts().number("offersHelp")).isEmpty()) {
      missing.add(hint(text, "offers-no-help", "P18", "The text offers no help.", lexicon));
    }
    if (!namesAPerson(text, facts)) {
      missing.add(
          hint(text, "names-nobody", "12 CFR 1006.14(g) in spirit; P12", "The text names no person to talk to.", lexicon));
    }
    return missing;
  }

  private static boolean namesAPerson(String text, CaseFacts facts) {
    return facts.contactName().map(text::contains).orElseGet(() -> NAME.matcher(text).find());
  }

  private static Finding hint(String text, String rule, String law, String why, Lexicon lexicon) {
    int end = text.length();
    return new Finding(
        end, end, "", Category.GOOD_SIDE, Severity.HINT, rule, law, why, lexicon.better(rule));
  }
}
