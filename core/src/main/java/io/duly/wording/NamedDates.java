package io.duly.wording;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days with a year, in the ways people write them. */
final class NamedDates {
  private static final List<String> MONTHS =
      List.of(
          "january januar janvier januari enero jan",
          "february februar fevrier februari febrero feb",
          "march marz maerz mars maart marzo mar",
          "april avril abril apr",
          "may mai mei mayo",
          "june juni juin junio jun",
          "july juli juillet julio jul",
          "august aout augustus agosto aug",
          "september septembre septiembre sep sept",
          "october oktober octobre octubre oct okt",
          "november novembre noviembre nov",
          "december dezember decembre diciembre dec dez");
  private static final Map<String, Integer> BY_NAME = byName();
  private static final Pattern NUMBERS =
      Pattern.compile("(?<!\\d)(\\d{1,4})([-./])(\\d{1,2})\\2(\\d{4}|\\d{1,2})(?!\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s+(?:de |of )?(\\p{L}{3,10})\\.?,?\\s+(?:de )?(\\d{4})(?!\\d)");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{L}{3,10})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,\\s+(\\d{4})(?!\\d)");

  private NamedDates() {}

  /** A day and everything it can mean. */
  record Named(int from, int to, Set<LocalDate> readings) {}

  static List<Named> in(String text) {
    var named = new ArrayList<Named>();
    for (Matcher matcher = NUMBERS.matcher(text); matcher.find(); ) {
      add(matcher, numbers(matcher.group(1), matcher.group(3), matcher.group(4)), named);
    }
    for (Matcher matcher = DAY_FIRST.matcher(text); matcher.find(); ) {
      add(matcher, named(matcher.group(3), matcher.group(2), matcher.group(1)), named);
    }
    for (Matcher matcher = MONTH_FIRST.matcher(text); matcher.find(); ) {
      add(matcher, named(matcher.group(3), matcher.group(1), matcher.group(2)), named);
    }
    return named;
  }

  private static void add(Matcher matcher, Set<LocalDate> readings, List<Named> named) {
    if (!readings.isEmpty()) {
      named.add(new Named(matcher.start(), matcher.end(), readings));
    }
  }

  private static Set<LocalDate> numbers(String first, String second, String third) {
    var readings = new HashSet<LocalDate>();
    if (first.length() == 4) {
      add(first, second, third, readings);
    } else if (third.length() == 4) {
      add(third, second, first, readings);
      add(third, first, second, readings);
    } else if (third.length() == 2) {
      add("20" + third, second, first, readings);
      add("20" + third, first, second, readings);
    }
    return readings;
  }

  private static Set<LocalDate> named(String year, String month, String day) {
    var readings = new HashSet<LocalDate>();
    Integer number = BY_NAME.get(Folding.text(month));
    if (number != null) {
      add(year, number.toString(), day, readings);
    }
    return readings;
  }

  private static void add(String year, String month, String day, Set<LocalDate> readings) {
    try {
      readings.add(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      // Numbers in that order are no day; another order may be.
      return;
    }
  }

  private static Map<String, Integer> byName() {
    var byName = new HashMap<String, Integer>();
    for (int month = 1; month <= MONTHS.size(); month++) {
      for (String name : MONTHS.get(month - 1).split(" ", -1)) {
        byName.put(name, month);
      }
    }
    return Map.copyOf(byName);
  }
}
