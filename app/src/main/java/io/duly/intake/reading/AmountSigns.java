package io.duly.intake.reading;

import io.duly.intake.reading.AmountText.Marked;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands around the digits of an amount: currency, minus, brackets, credit and debit marks, group spaces. */
final class AmountSigns {
  private static final Pattern WHOLE =
      Pattern.compile("(?<before>[^\\d.,]*)(?<digits>\\d(?:[\\d.,'’ \u00A0\u202F\u2009]*\\d)?|[.,]\\d+)(?<behind>[^\\d.,]*(?:[.,](?=\\D*$)[^\\d]*)?)");
  private static final Pattern NO_CENTS = Pattern.compile("^[.,][-–—]{1,2}");
  private static final Pattern NUMBER_WITH_GROUPS = Pattern.compile("\\d{1,3}(?:[^\\d.,]\\d{3})*(?:[.,].*)?|[\\d.,]+");
  private static final Map<String, String> SIGNS = Map.of("€", "EUR", "£", "GBP", "EURO", "EUR", "ZŁ", "PLN", "KČ", "CZK");
  private static final Map<String, Marked> MARKS =
      Map.of("CR", Marked.CREDIT, "C", Marked.CREDIT, "H", Marked.CREDIT, "DR", Marked.DEBIT, "DB", Marked.DEBIT, "D", Marked.DEBIT, "S", Marked.DEBIT);

  private String digits = "";
  private boolean negative;
  private boolean understood;
  private Marked marked = Marked.NOTHING;
  private Optional<String> currency = Optional.empty();

  AmountSigns(String text) {
    var match = WHOLE.matcher(text.strip());
    if (match.matches()) {
      var number = match.group("digits");
      understood = NUMBER_WITH_GROUPS.matcher(number).matches();
      digits = number.replaceAll("[^\\d.,]", "");
      String before = match.group("before").strip();
      // "12,-" is twelve and no cents, not minus twelve.
      String behind = NO_CENTS.matcher(match.group("behind").strip()).replaceFirst("");
      boolean brackets = before.contains("(") && behind.contains(")");
      understood &= brackets == (before.contains("(") || behind.contains(")"));
      negative = brackets || minus(before) || minus(behind);
      words(before + " " + behind);
    }
  }

  private static boolean minus(String part) {
    return part.indexOf('-') >= 0 || part.indexOf('−') >= 0;
  }

  private void words(String around) {
    for (var word : around.toUpperCase(Locale.ROOT).replaceAll("[-−+()]", " ").strip().split("[\\s.,]+")) {
      if (!word.isEmpty()) {
        word(word);
      }
    }
  }

  private void word(String word) {
    if (SIGNS.containsKey(word)) {
      currency = Optional.ofNullable(SIGNS.get(word));
    } else if (MARKS.containsKey(word)) {
      marked = MARKS.getOrDefault(word, Marked.NOTHING);
    } else if (Codes.isCurrency(word)) {
      currency = Optional.of(word);
    } else {
      understood &= word.equals("$") || word.equals("¥") || word.equals("FR") || word.equals("KR");
    }
  }

  boolean understood() {
    return understood;
  }

  String digits() {
    return digits;
  }

  boolean negative() {
    return negative;
  }

  Marked marked() {
    return marked;
  }

  Optional<String> currency() {
    return currency;
  }
}
