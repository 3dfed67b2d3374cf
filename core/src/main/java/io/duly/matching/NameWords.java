package io.duly.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The words of a name that tell one business from another, and apart from them those that do not: legal forms, titles.
 *
 * @param telling in their order, umlauts and their spellings with e made the same
 * @param forms legal forms, in their order
 */
record NameWords(List<String> telling, List<String> forms) {
  private static final Set<String> FORMS =
      Set.of("GMBH", "MBH", "AG", "KG", "KGAA", "OHG", "GBR", "UG", "EK", "EV", "EG", "SE", "CO", "LTD", "LIMITED", "LLC", "LLP", "LP", "PLC",
          "INC", "CORP", "CORPORATION", "COMPANY", "SA", "SAS", "SARL", "EURL", "SASU", "BV", "NV", "VOF", "CV", "BVBA", "SPRL", "SRL", "SPA", "SNC",
          "SAPA", "SL", "SLU", "OY", "OYJ", "AB", "AS", "ASA", "APS", "IVS", "KS", "HB", "KFT", "ZRT", "SRO", "DOO", "SPZOO", "GESMBH",
          "GESELLSCHAFT", "AKTIENGESELLSCHAFT", "HAFTUNGSBESCHRANKT");
  private static final Set<String> TITLES =
      Set.of("THE", "HERR", "FRAU", "HERRN", "FIRMA", "FA", "MR", "MRS", "MS", "DR", "PROF", "HR", "MW", "MEVR", "MEVROUW", "DHR", "M", "MME", "MONSIEUR",
          "MADAME", "SIG", "SIGRA", "UND", "AND", "ET", "EN", "OG", "OCH", "Y", "E", "DE", "DER", "DIE", "DAS", "LE", "LA", "LES", "IN", "ING", "DIPL",
          "AR", "US", "ASSOCIATES", "TRUST", "FOUNDATION", "SYSTEMS");

  static NameWords of(String name) {
    var telling = new ArrayList<String>();
    var forms = new ArrayList<String>();
    var aside = new ArrayList<String>();
    for (var word : words(name)) {
      (FORMS.contains(word) ? forms : TITLES.contains(word) ? aside : telling).add(word);
    }
    return new NameWords(telling.isEmpty() ? aside.isEmpty() ? forms : aside : telling, forms);
  }

  private static List<String> words(String name) {
    var plain = Plain.capitals(name).replace("AE", "A").replace("OE", "O").replace("UE", "U").replace("&", " ").replace("'", "").replace("’", "");
    var words = new ArrayList<String>();
    var single = new StringBuilder();
    for (int from = 0, to; from < plain.length(); from = to) {
      to = end(plain, from);
      if (to == from) {
        to += Character.charCount(plain.codePointAt(from));
      } else if (to - from == 1) {
        single.append(plain.charAt(from));
      } else {
        flush(single, words);
        words.add(plain.substring(from, to));
      }
    }
    flush(single, words);
    return words;
  }

  /** Where the run of letters and numbers that begins there ends. */
  private static int end(String plain, int from) {
    int to = from;
    while (to < plain.length() && letterOrNumber(plain.codePointAt(to))) {
      to += Character.charCount(plain.codePointAt(to));
    }
    return to;
  }

  private static boolean letterOrNumber(int one) {
    int type = Character.getType(one);
    return Character.isLetterOrDigit(one) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
  }

  /** Letters on their own belong together: G.m.b.H., S.A.R.L., B V. */
  private static void flush(StringBuilder single, List<String> words) {
    if (!single.isEmpty()) {
      words.add(single.toString());
      single.setLength(0);
    }
  }

  /** The telling words as one, for those who leave out blanks. */
  String whole() {
    return String.join("", telling);
  }
}
