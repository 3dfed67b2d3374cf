package io.duly.matching;

import java.text.Normalizer;
import java.util.Locale;

/** Text as it is compared: capitals without marks; letters and digits only where asked. */
final class Plain {
  private Plain() {}

  /** Capitals, without accents and umlauts; every other character stays in its place or nearly so. */
  static String capitals(String text) {
    var upper = text.toUpperCase(Locale.ROOT);
    return isAscii(upper)
        ? upper
        : Normalizer.normalize(upper, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").replace("Ø", "O").replace("Æ", "AE").replace("Ł", "L");
  }

  /** Only its letters and digits, in capitals. */
  static String compact(String text) {
    var upper = capitals(text);
    var bare = new StringBuilder(upper.length());
    for (int at = 0; at < upper.length(); at++) {
      if (Character.isLetterOrDigit(upper.charAt(at))) {
        bare.append(upper.charAt(at));
      }
    }
    return bare.toString();
  }

  /** What eyes and scanners take for one another is the same character. */
  static char folded(char one) {
    return switch (one) {
      case 'O' -> '0';
      case 'I', 'L' -> '1';
      case 'S' -> '5';
      case 'B' -> '8';
      case 'Z' -> '2';
      default -> one;
    };
  }

  static String folded(String text) {
    var folded = new char[text.length()];
    for (int at = 0; at < folded.length; at++) {
      folded[at] = folded(text.charAt(at));
    }
    return new String(folded);
  }

  static boolean isDigit(char one) {
    return one >= '0' && one <= '9';
  }

  static boolean allDigits(CharSequence text) {
    return text.chars().allMatch(one -> one >= '0' && one <= '9');
  }

  static boolean hasDigit(CharSequence text) {
    return text.chars().anyMatch(one -> one >= '0' && one <= '9');
  }

  static String withoutNoughts(String digits) {
    int from = 0;
    while (from < digits.length() - 1 && digits.charAt(from) == '0') {
      from++;
    }
    return digits.substring(from);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(one -> one < 128);
  }
}
