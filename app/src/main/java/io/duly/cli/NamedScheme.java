package io.duly.cli;

import io.duly.matching.ReferenceScheme;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Schemes of payment references, by the words that people use for them. */
final class NamedScheme {
  private static final Map<String, ReferenceScheme> WORDS = new TreeMap<>(Map.of(
      "rf", ReferenceScheme.RF, "ogm", ReferenceScheme.BE_OGM, "qrr", ReferenceScheme.CH_QRR, "viite", ReferenceScheme.FI_VIITE,
      "kid", ReferenceScheme.NO_KID, "ocr", ReferenceScheme.SE_OCR, "fik", ReferenceScheme.DK_FIK, "si12", ReferenceScheme.SI_12));

  private NamedScheme() {}

  /** @throws CannotDo where there is no such scheme */
  static ReferenceScheme of(String word) {
    var scheme = WORDS.get(word.toLowerCase(Locale.ROOT));
    if (scheme == null) {
      throw new CannotDo("'" + word + "' is no scheme of payment references; they are " + String.join(", ", WORDS.keySet()) + ".");
    }
    return scheme;
  }

  static String word(ReferenceScheme scheme) {
    return WORDS.entrySet().stream().filter(entry -> entry.getValue() == scheme).map(Map.Entry::getKey).findFirst().orElse(scheme.name());
  }
}
