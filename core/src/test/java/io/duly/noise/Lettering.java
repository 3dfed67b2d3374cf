package io.duly.noise;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What is left of letters on the way through banks. */
final class Lettering {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Lettering() {}

  /** Umlauts with an e behind, other marks left out, nothing that SEPA does not carry. */
  static String plain(String text) {
    var written = text.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss").replace("Ä", "Ae").replace("Ö", "Oe").replace("Ü", "Ue")
        .replace("ø", "o").replace("Ø", "O").replace("Ł", "L").replace("ł", "l").replace("&", "+");
    return MARKS.matcher(Normalizer.normalize(written, Normalizer.Form.NFD)).replaceAll("");
  }
}
