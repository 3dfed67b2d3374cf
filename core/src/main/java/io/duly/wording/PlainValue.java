package io.duly.wording;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Makes values harmless before they are put into a message: names, references and imported texts
 * are words, never lines, links, markup, formulas or template syntax. Escaping for HTML or for a
 * header's encoding comes behind this, not instead of it.
 */
public final class PlainValue {
  private static final int LONGEST_NAME = 200;
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)\\b(?:https?|ftp|file|javascript|data|mailto|tel)\\s*:\\s*\\S+|\\bwww\\.\\S+"
              + "|\\b[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*\\.[a-z]{2,10}/\\S*|\\S+@\\S+\\.\\S+");
  private static final Pattern TEMPLATE =
      Pattern.compile("\\$\\{|\\#\\{|%\\{|@\\{|\\{\\{|\\}\\}|\\{%|%\\}|<%|%>|\\[\\[|\\]\\]|!\\{|\\}|\\{|`|@(?=\\p{Lower}+\\()");
  private static final Pattern MARKUP = Pattern.compile("[<>]");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final String FORMULA = "=+-@\t";

  /** Each link has one of them, and each sign of syntax is one: most names have neither and need no second look. */
  private static final String OF_LINKS = ":/@.";

  private static final String OF_SYNTAX = "$#%@{}<>[]!`";

  private PlainValue() {}

  /** A name of somebody or something: one line without links, at most 200 signs. */
  public static String name(String value) {
    String plain = line(value);
    if (hasOne(OF_LINKS, plain)) {
      plain = LINK.matcher(plain).replaceAll(" ");
    }
    plain = withoutFormula(SPACES.matcher(plain).replaceAll(" ").strip());
    return plain.length() <= LONGEST_NAME ? plain : cut(plain);
  }

  /** One line, as a subject or a header needs it. */
  public static String line(String value) {
    return SPACES.matcher(withoutSyntax(visible(value, false))).replaceAll(" ").strip();
  }

  /** Several lines of somebody's own words. */
  public static String text(String value) {
    return withoutSyntax(visible(value, true)).strip();
  }

  private static String withoutSyntax(String value) {
    return hasOne(OF_SYNTAX, value) ? MARKUP.matcher(TEMPLATE.matcher(value).replaceAll(" ")).replaceAll(" ") : value;
  }

  private static boolean hasOne(String signs, String value) {
    return value.chars().anyMatch(sign -> signs.indexOf(sign) >= 0);
  }

  private static String visible(String value, boolean severalLines) {
    var visible = new StringBuilder(value.length());
    value
        .replace("\r\n", "\n")
        .codePoints()
        .map(sign -> isLineEnd(sign) ? (severalLines ? '\n' : ' ') : sign)
        .map(sign -> sign == '\t' ? ' ' : sign)
        .filter(sign -> sign == '\n' || !isHidden(sign))
        .forEach(visible::appendCodePoint);
    return Normalizer.normalize(visible, Normalizer.Form.NFC);
  }

  private static boolean isLineEnd(int sign) {
    return sign == '\n' || sign == '\r' || sign == 0x0B || sign == 0x0C || sign == 0x85
        || sign == 0x2028 || sign == 0x2029;
  }

  /** Controls, directions, zero widths, tags, private and unassigned signs, halves of pairs. */
  private static boolean isHidden(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL,
              Character.FORMAT,
              Character.PRIVATE_USE,
              Character.SURROGATE,
              Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static String withoutFormula(String plain) {
    int from = 0;
    while (from < plain.length() && (FORMULA.indexOf(plain.charAt(from)) >= 0 || plain.charAt(from) == ' ')) {
      from++;
    }
    return plain.substring(from);
  }

  private static String cut(String plain) {
    int end = Character.isHighSurrogate(plain.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
    return plain.substring(0, end).strip();
  }
}
