package io.duly.noise;

import java.util.Locale;
import java.util.SplittableRandom;

/** How a creditor numbers its invoices. */
public enum Numbering {
  /** 2026/000123 */
  SLASHED,
  /** INV-0042-A: the letter tells the branch. */
  SUFFIXED,
  /** F 12.345 */
  DOTTED,
  /** Ten digits with gaps, as large systems count. */
  TEN_DIGITS,
  /** K7XQ42P9: nothing follows from the one before. */
  LETTERS_AND_DIGITS,
  /** 2026-07-0012: each month anew. */
  MONTHLY,
  /** 104711 */
  PLAIN,
  /** 4711 */
  SHORT,
  /** HH/26/4711 */
  BRANCHED;

  private static final String LETTERS = "ACDEFGHJKLMNPQRTUVWXY";

  String number(int running, int month, SplittableRandom random) {
    return switch (this) {
      case SLASHED -> "2026/%06d".formatted(100 + running);
      case SUFFIXED -> "INV-%04d-%c".formatted(42 + running, "ABC".charAt(random.nextInt(3)));
      case DOTTED -> "F " + String.format(Locale.GERMANY, "%,d", 12_300 + running);
      case TEN_DIGITS -> Long.toString(4_500_012_000L + running * 7L);
      case LETTERS_AND_DIGITS -> mixed(random) + running % 10;
      case MONTHLY -> "2026-%02d-%04d".formatted(month, running % 400 + 1);
      case PLAIN -> Integer.toString(104_000 + running);
      case SHORT -> Integer.toString(4_000 + running);
      case BRANCHED -> "%s/26/%04d".formatted(random.nextBoolean() ? "HH" : "M", 1 + running);
    };
  }

  private static String mixed(SplittableRandom random) {
    var text = new StringBuilder();
    for (int at = 0; at < 7; at++) {
      text.append(at % 2 == 0 ? LETTERS.charAt(random.nextInt(LETTERS.length())) : (char) ('0' + random.nextInt(10)));
    }
    return text.toString();
  }
}
