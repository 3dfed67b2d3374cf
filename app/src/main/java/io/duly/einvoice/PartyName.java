package io.duly.einvoice;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as they are compared: without case, accents, punctuation and legal form. */
final class PartyName {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern DOTTED = Pattern.compile("(?<=\\b\\p{L})\\.\\s?(?=\\p{L}\\b)");
  private static final Set<String> FORMS =
      Set.of(
          "gmbh", "mbh", "ag", "kg", "kgaa", "ohg", "ug", "ek", "eg", "ev", "se", "ltd", "limited", "llc", "llp", "lp", "inc", "incorporated", "corp", "corporation",
          "co", "company", "plc", "sa", "sas", "sasu", "sarl", "eurl", "srl", "srls", "spa", "snc", "sl", "slu", "bv", "nv", "vof", "ab", "hb", "kb", "as", "asa", "aps",
          "oy", "oyj", "doo", "sro", "zoo", "kft", "zrt", "bvba", "cvba", "lda", "unipessoal", "haftungsbeschrankt");

  private PartyName() {}

  static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  /** They have a word in common, so that a number in common means the same party; groups of companies share tax numbers. */
  static boolean akin(String one, String other) {
    var words = Arrays.asList(plain(one).split(" ", -1));
    return same(one, other) || Arrays.stream(plain(other).split(" ", -1)).anyMatch(word -> word.length() > 2 && words.contains(word));
  }

  static String plain(String name) {
    var letters = MARKS.matcher(Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace("ß", "ss"), Normalizer.Form.NFKD)).replaceAll("");
    var words = List.of(OTHER.matcher(DOTTED.matcher(letters).replaceAll("")).replaceAll(" ").strip().split(" ", -1));
    var kept = words.stream().filter(word -> !FORMS.contains(word)).toList();
    return String.join(" ", kept.isEmpty() ? words : kept);
  }

  /** The name says that it is a business. */
  static boolean hasLegalForm(String name) {
    var letters = OTHER.matcher(DOTTED.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("")).replaceAll(" ").strip();
    var words = letters.split(" ", -1);
    return words.length > 1 && FORMS.contains(words[words.length - 1]);
  }
}
