package io.duly.correspondence.template;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which words tell a stranger that whoever writes collects debts (15 U.S.C. 1692f (8) in the United States, and a good rule elsewhere). */
public final class Discretion {
  private static final Pattern TELLS =
      Pattern.compile(
          "(?iu)collect|recover(y|ies)|receivable|debt|credit (control|management|services)|dunning|inkasso|incasso|mahn|forderung|schuld|gläubiger|recouvrement|créance|contentieux|dette"
              + "|invordering|vordering|deurwaarder|cobro|cobranza|recobro|deuda|morosidad|impagad|rechtsdienst");

  private Discretion() {}

  public static boolean tells(String words) {
    return TELLS.matcher(words).find();
  }

  static Optional<String> kept(Optional<String> words) {
    return words.filter(one -> !tells(one));
  }

  static List<String> kept(List<String> lines) {
    return lines.stream().filter(one -> !tells(one)).toList();
  }
}
