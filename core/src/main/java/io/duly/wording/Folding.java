package io.duly.wording;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a sign is read as: compatibility forms, case and marks are taken away, letters of other
 * scripts that look like Latin ones count as these, what cannot be seen is nothing.
 */
final class Folding {
  private static final String LIKE =
      "аaеeоoрpсcуyхxіiјjѕsкkмmтtнhвbгrԁdһhӏlԛqԝwиnпnзe"
          + "αaεeοoρpνvτtιiκkυuχxηnβbγyσoωwμm"
          + "ıiłlđdøoðdħhŧtɡgɑaɩiʟlɴnʀrꜱsᴀaᴇe";
  private static final Map<Integer, String> LOOKALIKES =
      IntStream.range(0, LIKE.length() / 2)
          .boxed()
          .collect(
              Collectors.toUnmodifiableMap(
                  at -> (int) LIKE.charAt(2 * at), at -> LIKE.substring(2 * at + 1, 2 * at + 2)));
  private static final Map<Integer, String> SEVERAL =
      Map.of((int) 'ß', "ss", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'þ', "th");
  private static final String APOSTROPHES = "'’‘ʼ`´′";
  private static final int TABLED = 0x600;
  private static final String[] TABLE =
      IntStream.range(0, TABLED).mapToObj(Folding::fold).toArray(String[]::new);

  private Folding() {}

  /** The signs that a code point is read as; none for what cannot be seen. */
  static String of(int sign) {
    return sign < TABLED ? TABLE[sign] : fold(sign);
  }

  /** A whole text, for words of a vocabulary. */
  static String text(String text) {
    return text.codePoints().mapToObj(Folding::of).collect(Collectors.joining());
  }

  /** A letter of another script or a styled one that stands for a Latin one. */
  static boolean isLookalike(int sign) {
    return sign > 0x24F && Character.isLetter(sign) && of(sign).chars().anyMatch(Folding::isLatin);
  }

  private static boolean isLatin(int folded) {
    return folded >= 'a' && folded <= 'z';
  }

  private static String fold(int sign) {
    if (APOSTROPHES.indexOf(sign) >= 0) {
      return "'";
    }
    if (isInvisible(sign)) {
      return "";
    }
    String plain = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKD);
    return plain
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(each -> Character.getType(each) != Character.NON_SPACING_MARK)
        .mapToObj(Folding::latin)
        .collect(Collectors.joining());
  }

  private static String latin(int small) {
    String several = SEVERAL.get(small);
    return several != null ? several : LOOKALIKES.getOrDefault(small, Character.toString(small));
  }

  private static boolean isInvisible(int sign) {
    int type = Character.getType(sign);
    return type == Character.FORMAT
        || type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || (type == Character.CONTROL && !Character.isWhitespace(sign));
  }
}
