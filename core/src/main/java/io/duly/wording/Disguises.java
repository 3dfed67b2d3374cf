package io.duly.wording;

import java.util.ArrayList;
import java.util.List;

/** Signs that make a person read something else than a program does. */
final class Disguises {
  private static final String LAW = "Directive 2005/29/EC art. 6; FTC Act s. 5";

  private Disguises() {}

  /** Words that a rule found only under their disguise, or that wear one. */
  static Finding spelling(int from, int to, String words) {
    return new Finding(
        from, to, words, Category.DISGUISE, Severity.BLOCK, "disguised-words", LAW,
        "Letters were replaced, spaced or hidden, so that a check should overlook these words.",
        "");
  }

  static List<Finding> signs(String text) {
    var findings = new ArrayList<Finding>();
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (isDirection(sign)) {
        findings.add(found(text, at, Severity.BLOCK, "text-direction", "A sign that turns the direction of reading"
            + " shows other words than are there."));
      } else if (isInvisible(sign) && isWithinWord(text, at)) {
        findings.add(found(text, at, Severity.NEEDS_APPROVAL, "invisible-sign",
            "A sign that nobody sees stands inside of a word."));
      }
    }
    return findings;
  }

  private static Finding found(String text, int at, Severity severity, String rule, String why) {
    return new Finding(
        at, at + 1, text.substring(at, at + 1), Category.DISGUISE, severity, rule, LAW, why, "");
  }

  private static boolean isDirection(char sign) {
    return (sign >= '\u202A' && sign <= '\u202E') || (sign >= '\u2066' && sign <= '\u2069');
  }

  /** Soft hyphens are good typography. */
  private static boolean isInvisible(char sign) {
    return sign != '\u00AD' && Character.getType(sign) == Character.FORMAT;
  }

  private static boolean isWithinWord(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at - 1))
        && Character.isLetter(text.charAt(at + 1));
  }
}
