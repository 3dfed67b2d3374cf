package io.duly.matching;

import java.text.Normalizer;
import java.util.Locale;

/** Text as it is compared: capitals without marks; letters and digits only where asked. */
final class Plain {
  private Plain() {}

  /** Capitals, without accents and umlauts; every other character stays in its place or nearly so. */
  static String capitals(String text) {
    if (isPlain(text)) {
      return text;
    }
    var upper = text.toUpperCase(Locale.ROOT);
    return isAscii(upper)
        ? upper
        : Normalizer.normalize(upper, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").replace("Ø", "O").replace("Æ", "AE").replace("Ł", "L");
  }

  /** Only its letters and digits, in capitals. */
  static String compact(String text) {
    var upper = capitals(text);
    if (isBare(upper)) {
      return upper;
    }
    var bare = new StringBuilder(upper.length());
    for (int at = 0; at < upper.length(); at++) {
      if (Character.isLetterOrDigit(upper.charAt(at))) {
        bare.append(upper.charAt(at));
      }
    }
    return bare.toString();
  }

  private static boolean isBare(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!Character.isLetterOrDigit(text.charAt(at))) {
        return false;
      }
    }
    return true;
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
    for (int at = 0; at < text.length(); at++) {
      if (!isDigit(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  static boolean hasDigit(CharSequence text) {
    for (int at = 0; at < text.length(); at++) {
      if (isDigit(text.charAt(at))) {
        return true;
      }
    }
    return false;
  }

  static String withoutNoughts(String digits) {
    int from = 0;
    while (from < digits.length() - 1 && digits.charAt(from) == '0') {
      from++;
    }
    return digits.substring(from);
  }

  /** Nothing in it would change: most texts that banks send are so. */
  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char one = text.charAt(at);
      if (one >= 128 || one >= 'a' && one <= 'z') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAscii(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= 128) {
        return false;
      }
    }
    return true;
  }
}
