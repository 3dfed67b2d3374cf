package io.duly.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Capitals and exclamation marks that shout. */
final class Shouting {
  private static final Pattern CAPITALS =
      Pattern.compile("(?<!\\p{L})\\p{Lu}{3,}(?:[ ,!]{1,3}\\p{Lu}{2,}){2,}(?!\\p{L})");
  private static final Pattern MARKS = Pattern.compile("[!¡]{2,}");

  private Shouting() {}

  static List<Finding> in(String text) {
    var findings = new ArrayList<Finding>();
    add(CAPITALS.matcher(text), "capitals", "Words in capitals read as shouting.", findings);
    add(MARKS.matcher(text), "exclamation-marks", "More than one exclamation mark reads as shouting.", findings);
    return findings;
  }

  private static void add(Matcher matcher, String rule, String why, List<Finding> findings) {
    while (matcher.find()) {
      findings.add(
          new Finding(
              matcher.start(), matcher.end(), matcher.group(), Category.PRESSURE, Severity.HINT, rule,
              "CONC 7.3.10 R in spirit", why, ""));
    }
  }
}
