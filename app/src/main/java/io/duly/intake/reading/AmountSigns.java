package io.duly.intake.reading;

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
  private static final Map<String, AmountSide> MARKS =
      Map.of("CR", AmountSide.CREDIT, "C", AmountSide.CREDIT, "H", AmountSide.CREDIT, "DR", AmountSide.DEBIT, "DB", AmountSide.DEBIT, "D", AmountSide.DEBIT, "S", AmountSide.DEBIT);

  private String digits = "";
  private boolean negative;
  private boolean understood;
  private AmountSide side = AmountSide.UNSAID;
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
    for (var word : around.toUpperCase(Locale.ROOT).replaceAll("[-−+()]", " ").strip().split("[\\s.,]+", -1)) {
      if (!word.isEmpty()) {
        word(word);
      }
    }
  }

  private void word(String word) {
    if (SIGNS.containsKey(word)) {
      currency = Optional.ofNullable(SIGNS.get(word));
    } else if (MARKS.containsKey(word)) {
      side = MARKS.getOrDefault(word, AmountSide.UNSAID);
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

  AmountSide side() {
    return side;
  }

  Optional<String> currency() {
    return currency;
  }
}
