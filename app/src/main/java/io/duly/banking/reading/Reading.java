package io.duly.banking.reading;

import io.duly.banking.statement.Finding;
import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;

/** One file being read: where the reader stands, what it found, and how it refuses. */
final class Reading {
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,18}([.,]\\d{0,12})?|[.,]\\d{1,12})");
  private static final int MOST_ENTRIES = 500_000;
  private final String file;
  private final String format;
  private String place = "the start";
  private List<Finding> findings = new ArrayList<>();

  Reading(String file, String format) {
    this.file = file;
    this.format = format;
  }

  void at(String where) {
    place = where;
  }

  /** The refusal of the whole file at the present place. */
  CannotRead refusal(String what, String todo) {
    return new CannotRead(file + " (" + format + "), " + place + ": " + what + " " + todo + " Nothing of the file was taken.");
  }

  void finding(String sentence) {
    if (findings.size() < 1000) {
      findings.add(new Finding(place, sentence));
    }
  }

  /** The findings since last asked. */
  List<Finding> takeFindings() {
    List<Finding> taken = findings;
    findings = new ArrayList<>();
    return taken;
  }

  /** An amount in major units with a point or a comma before the decimals; rounding is told. */
  Money money(String text, Currency currency) {
    String plain = text.strip();
    if (!NUMBER.matcher(plain).matches()) {
      throw refusal("\u201c" + shown(plain) + "\u201d is no amount.", "Fetch the file again from the bank.");
    }
    return money(new BigDecimal(plain.replace(',', '.')), currency, plain);
  }

  /** An amount with the currency's decimals; more of them are rounded half-even and told. */
  Money money(BigDecimal major, Currency currency, String written) {
    try {
      Money rounded = Money.rounded(major, currency);
      if (rounded.major().compareTo(major) != 0) {
        finding(
            "The amount " + shown(written) + " has more decimals than " + currency + " has; it was taken as " + rounded
                + ". Ask the bank which is right.");
      }
      return rounded;
    } catch (ArithmeticException tooLarge) {
      throw refusal("The amount " + shown(written) + " is larger than any real one.", "Fetch the file again from the bank.");
    }
  }

  /** The same where thousands may be grouped: the last separator is the decimal one. */
  Money grouped(String text, Currency currency) {
    String plain = text.strip();
    int last = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'));
    boolean grouping = last >= 0 && plain.indexOf(plain.charAt(last)) < last;
    String whole = last < 0 ? plain : plain.substring(0, grouping ? plain.length() : last).replaceAll("[.,]", "");
    return money(last < 0 || grouping ? whole : whole + "." + plain.substring(last + 1), currency);
  }

  Currency currency(String code) {
    try {
      Currency currency = Currency.getInstance(code.strip());
      return Money.zero(currency).currency();
    } catch (IllegalArgumentException unknown) {
      throw refusal("\u201c" + shown(code) + "\u201d is no currency.", "It must be a code of ISO 4217 such as EUR. Ask the bank for a right file.");
    }
  }

  /** A date as ISO writes it; what follows the day is left out. */
  LocalDate isoDate(String text) {
    String plain = text.strip();
    try {
      return LocalDate.parse(plain.length() > 10 ? plain.substring(0, 10) : plain);
    } catch (DateTimeException wrong) {
      throw refusal("\u201c" + shown(plain) + "\u201d is no date of the form 2026-03-31.", "Fetch the file again from the bank.");
    }
  }

  /** A date of its parts. Banks that count every month as 30 days write a 30 February: the month's last day is meant. */
  LocalDate date(int year, int month, int day) {
    LocalDate meant = dateOrLast(year, month, day);
    if (meant.getDayOfMonth() != day) {
      finding("There is no day " + day + " in " + meant.getMonth() + " " + year + "; the last day of the month was taken.");
    }
    return meant;
  }

  /** The same without telling. */
  LocalDate dateOrLast(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      throw refusal(year + "-" + month + "-" + day + " is no date.", "Fetch the file again from the bank.");
    }
    LocalDate first = LocalDate.of(year, month, 1);
    return first.withDayOfMonth(Math.min(day, first.lengthOfMonth()));
  }

  void mayGrow(List<?> entries) {
    if (entries.size() >= MOST_ENTRIES) {
      throw refusal("One statement with more than " + MOST_ENTRIES + " entries.", "Ask the bank for a statement per day.");
    }
  }

  private static String shown(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ");
    return clean.length() > 40 ? clean.substring(0, 40) + "\u2026" : clean;
  }
}
