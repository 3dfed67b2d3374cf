package io.duly.wording;

import java.util.ArrayList;
import java.util.List;

/** Words in which digits and signs stand for letters: {@code p0lice}, {@code $ue}, {@code arr3st}. */
final class Masks {
  private static final String SIGNS = "@$!|*+_";
  private static final String MASKS = "013457@$!|";
  private static final String LETTERS = "oieastasil";
  private static final String LETTERS_WITH_L = "oleastasll";

  private Masks() {}

  /** A sign that inside of a word is part of it. */
  static boolean isSign(char sign) {
    return SIGNS.indexOf(sign) >= 0;
  }

  /** Every reading of a word, the plain one first. */
  static List<String> readings(String word) {
    if (!isMasked(word)) {
      return List.of(word);
    }
    var readings = new ArrayList<String>();
    readings.add(word.chars().filter(each -> !isSign((char) each)).collect(
        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString());
    readings.add(replaced(word, LETTERS));
    readings.add(replaced(word, LETTERS_WITH_L));
    return List.copyOf(readings);
  }

  private static boolean isMasked(String word) {
    boolean letter = false;
    boolean mask = false;
    for (int at = 0; at < word.length(); at++) {
      letter |= Character.isLetter(word.charAt(at));
      mask |= !Character.isLetter(word.charAt(at)) && word.charAt(at) != '\'';
    }
    return letter && mask;
  }

  private static String replaced(String word, String letters) {
    var plain = new StringBuilder();
    for (int at = 0; at < word.length(); at++) {
      int mask = MASKS.indexOf(word.charAt(at));
      if (mask >= 0) {
        plain.append(letters.charAt(mask));
      } else if (!isSign(word.charAt(at))) {
        plain.append(word.charAt(at));
      }
    }
    return plain.toString();
  }
}
