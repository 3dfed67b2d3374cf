package io.duly.correspondence.letter;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.Transliterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes text fit for the font: signs that it lacks are written in Latin letters, lines from right to left are turned. */
final class Legible {
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; NFC");
  private static final Transliterator PLAIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");

  private Legible() {}

  static String in(Typeface font, String text) {
    if (isPlain(text)) {
      return text;
    }
    var whole = text.replace('\u202F', '\u00A0').replace('\u2011', '-').replaceAll("[\\p{Cc}\\p{Cf}&&[^\n]]", "");
    return turned(isIn(font, whole) ? whole : WORD.matcher(whole).replaceAll(word -> Matcher.quoteReplacement(latin(font, word.group()))));
  }

  private static String latin(Typeface font, String word) {
    if (isIn(font, word)) {
      return word;
    }
    var latin = LATIN.transliterate(word);
    var plain = isIn(font, latin) ? latin : PLAIN.transliterate(word);
    return isIn(font, plain) ? plain : shown(font, plain);
  }

  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (sign >= 0x180 && sign != '\u2013' && sign != '\u2019' && sign != '\u20AC' || sign < ' ' && sign != '\n' || sign >= 0x7F && sign < 0xA0 || sign == 0xAD) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIn(Typeface font, String text) {
    return text.codePoints().allMatch(sign -> sign == '\n' || font.glyph(sign) != 0);
  }

  private static String shown(Typeface font, String text) {
    var shown = new StringBuilder();
    text.codePoints().forEach(sign -> shown.appendCodePoint(sign == '\n' || font.glyph(sign) != 0 ? sign : '?'));
    return shown.toString();
  }

  private static String turned(String text) {
    return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
        ? new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).writeReordered(Bidi.DO_MIRRORING)
        : text;
  }
}
