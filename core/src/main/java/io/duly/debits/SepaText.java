package io.duly.debits;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/** The signs that every bank of the SEPA area takes (EPC217-08): Latin letters, digits, and some punctuation. */
final class SepaText {
  private static final Map<String, String> WRITTEN_OUT =
      Map.ofEntries(
          Map.entry("Ä", "Ae"), Map.entry("Ö", "Oe"), Map.entry("Ü", "Ue"), Map.entry("ä", "ae"), Map.entry("ö", "oe"), Map.entry("ü", "ue"), Map.entry("ß", "ss"),
          Map.entry("Æ", "AE"), Map.entry("æ", "ae"), Map.entry("Ø", "O"), Map.entry("ø", "o"), Map.entry("Ł", "L"), Map.entry("ł", "l"), Map.entry("Đ", "D"), Map.entry("đ", "d"),
          Map.entry("Œ", "OE"), Map.entry("œ", "oe"), Map.entry("&", "+"), Map.entry("€", "EUR"));
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9/\\-?:().,'+ ]");

  private SepaText() {}

  /** As banks take it, cut to a length; a sign that has no Latin form becomes a point. */
  static String of(String text, int longest) {
    var plain = text;
    for (var entry : WRITTEN_OUT.entrySet()) {
      plain = plain.replace(entry.getKey(), entry.getValue());
    }
    plain = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    plain = OTHERS.matcher(plain.replaceAll("\\s+", " ")).replaceAll(".").strip().replaceAll("^/+|//+|/+$", "");
    return plain.substring(0, Math.min(plain.length(), longest)).strip();
  }
}
