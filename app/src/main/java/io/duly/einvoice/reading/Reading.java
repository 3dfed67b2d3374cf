package io.duly.einvoice.reading;

import io.duly.einvoice.model.Problem;
import io.duly.einvoice.xml.Element;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads values strictly: what is no amount or no day is named and left unknown, never guessed. */
final class Reading {
  private static final Pattern AMOUNT = Pattern.compile("[+-]?(\\d{1,18}(\\.\\d{0,10}\\d*)?|\\.\\d{1,12})");
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)(Z|[+-]\\d\\d:\\d\\d|T.{0,40})?");
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d).{0,20}");
  private static final int LONGEST = 60;

  private final List<Problem> problems = new ArrayList<>();

  void tell(Problem problem) {
    problems.add(problem);
  }

  List<Problem> problems() {
    return problems;
  }

  Optional<BigDecimal> amount(Optional<Element> element) {
    return element.filter(one -> !one.words().isEmpty()).flatMap(one -> amount(one.name(), one.row(), one.words()));
  }

  /** Of what is no number, nothing and a problem. */
  Optional<BigDecimal> amount(String name, long row, String words) {
    if (AMOUNT.matcher(words).matches() && words.length() < LONGEST) {
      return Optional.of(new BigDecimal(words.endsWith(".") ? words + "0" : words));
    }
    unreadable(name, row, words, "an amount: digits with a point before the decimals, nothing else");
    return Optional.empty();
  }

  /** Of several days, as instalments have, the last: before it not all of it is due. */
  Optional<LocalDate> lastDue(Stream<LocalDate> days) {
    var all = days.distinct().sorted().toList();
    if (all.size() > 1) {
      tell(Problem.told("instalments", "It is to be paid in " + all.size() + " parts, the first by " + all.getFirst() + ", the last by " + all.getLast()
          + ". All of it is taken as due on the last day; record a plan where the parts matter."));
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /** A day as {@code 2026-03-31}; a time of day or zone behind it does not change the day. */
  Optional<LocalDate> isoDay(Optional<Element> element) {
    return element.filter(one -> !one.words().isEmpty()).flatMap(one -> day(one.name(), one.row(), one.words(), ISO, "2026-03-31"));
  }

  /** A day as UN/CEFACT writes them: {@code 20260331} in format 102 and the longer ones, or as ISO. */
  Optional<LocalDate> uncefactDay(Optional<Element> element) {
    return element.filter(one -> !one.words().isEmpty()).flatMap(one -> uncefactDay(one.name(), one.row(), one.words()));
  }

  Optional<LocalDate> uncefactDay(String name, long row, String words) {
    return day(name, row, words, ISO.matcher(words).matches() ? ISO : DIGITS, "20260331");
  }

  private Optional<LocalDate> day(String name, long row, String words, Pattern form, String example) {
    var matched = form.matcher(words);
    if (matched.matches()) {
      try {
        return Optional.of(LocalDate.of(Integer.parseInt(matched.group(1)), Integer.parseInt(matched.group(2)), Integer.parseInt(matched.group(3))));
      } catch (DateTimeException noSuchDay) {
        unreadable(name, row, words, "a day of the calendar");
        return Optional.empty();
      }
    }
    unreadable(name, row, words, "a date such as " + example);
    return Optional.empty();
  }

  private void unreadable(String name, long row, String words, String wanted) {
    var shown = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    problems.add(new Problem("unreadable", true, Optional.of(row).filter(line -> line > 0), Optional.of(name),
        "'" + shown + "' in " + name + " is not " + wanted + "."));
  }
}
