package io.duly.intake.reading;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates with the month as a word, in the five languages: {@code 3. März 2026}, {@code 03-Jan-26}, {@code Jan 3, 2026}. */
final class NamedMonth {
  private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|er)?[.\\s/-]+(?:de\\s+)?(\\p{L}{3,12})\\.?[,\\s/-]+(?:de\\s+)?(\\d{4}|\\d{2})");
  private static final Pattern MONTH_FIRST = Pattern.compile("(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})");
  private static final Map<String, Integer> MONTHS = months();

  private NamedMonth() {}

  static Optional<LocalDate> date(String text) {
    var dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.matches()) {
      return date(dayFirst, 2, 1, 3);
    }
    var monthFirst = MONTH_FIRST.matcher(text);
    return monthFirst.matches() ? date(monthFirst, 1, 2, 3) : Optional.empty();
  }

  private static Optional<LocalDate> date(Matcher match, int month, int day, int year) {
    int number = Integer.parseInt(match.group(year));
    int whole = number >= 100 ? number : number + (number < 70 ? 2000 : 1900);
    return Optional.ofNullable(MONTHS.get(plain(match.group(month))))
        .flatMap(which -> date(whole, which, Integer.parseInt(match.group(day))));
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Map<String, Integer> months() {
    var months = new HashMap<String, Integer>();
    for (var language : List.of("en", "de", "fr", "nl", "es")) {
      for (var month : Month.values()) {
        for (var style : List.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE)) {
          months.put(plain(month.getDisplayName(style, Locale.of(language))), month.getValue());
        }
        months.putIfAbsent(plain(month.getDisplayName(TextStyle.FULL, Locale.of(language))).substring(0, 3), month.getValue());
      }
    }
    return Map.copyOf(months);
  }

  private static String plain(String word) {
    return Normalizer.normalize(word.toLowerCase(Locale.ROOT).replace(".", ""), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }
}
