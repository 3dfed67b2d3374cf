package io.duly.correspondence.template;

import java.text.Normalizer;

/**
 * How long an SMS is (3GPP TS 23.038, 23.040).
 *
 * @param gsm it can be sent in the 7-bit alphabet; otherwise every sign takes 16 bits
 * @param units 7-bit signs, where {@code €} and brackets count twice, or 16-bit units
 * @param segments in how many messages it travels, and is paid for
 */
public record SmsLength(boolean gsm, int units, int segments) {
  private static final String ALPHABET =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENSION = "\f^{}\\[~]|€";

  public static SmsLength of(String text) {
    int units = 0;
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (EXTENSION.indexOf(sign) >= 0) {
        units += 2;
      } else if (ALPHABET.indexOf(sign) >= 0) {
        units++;
      } else {
        return new SmsLength(false, text.length(), segments(text.length(), 70, 67));
      }
    }
    return new SmsLength(true, units, segments(units, 160, 153));
  }

  private static int segments(int units, int alone, int each) {
    return units <= alone ? 1 : (units + each - 1) / each;
  }

  /** With near ones for signs that the 7-bit alphabet lacks: plain quotation marks, dashes and spaces, letters without their marks. */
  static String plainer(String text) {
    var near = text.replace('\u00A0', ' ').replace('\u202F', ' ').replace('\u2019', '\'').replace('\u2018', '\'')
        .replace('\u201C', '"').replace('\u201D', '"').replace('\u201E', '"').replace('\u2013', '-').replace('\u2014', '-')
        .replace("\u2026", "...");
    var plain = new StringBuilder(near.length());
    near.chars().forEach(sign -> plain.append(isGsm((char) sign) ? (char) sign : Normalizer.normalize(String.valueOf((char) sign), Normalizer.Form.NFD).charAt(0)));
    return plain.toString();
  }

  private static boolean isGsm(char sign) {
    return ALPHABET.indexOf(sign) >= 0 || EXTENSION.indexOf(sign) >= 0;
  }
}
