package io.duly.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Interest by a way of its own: one day after the other in decimals of fifty digits, from the
 * published table as text. Shares nothing with the rules but the table.
 */
final class DayByDay {
  private static final MathContext DIGITS = new MathContext(50, RoundingMode.HALF_EVEN);

  private final TreeMap<LocalDate, BigDecimal> table = new TreeMap<>();
  private final TreeMap<LocalDate, BigDecimal> paid = new TreeMap<>();
  private BigDecimal margin = BigDecimal.ZERO;
  private boolean fixed;
  private boolean realYears;
  private boolean yearly;

  static DayByDay of(String table) {
    var days = new DayByDay();
    try (InputStream in = Objects.requireNonNull(RulePack.class.getResourceAsStream(table + ".csv"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("20"))
          .map(line -> line.split(",", 3))
          .forEach(cells -> days.table.put(LocalDate.parse(cells[0]), new BigDecimal(cells[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return days;
  }

  DayByDay plus(String points) {
    margin = new BigDecimal(points);
    return this;
  }

  DayByDay fixed() {
    fixed = true;
    return this;
  }

  /** 366 days in leap years, and what ran in a year is added after it. */
  DayByDay dutch() {
    realYears = true;
    yearly = true;
    return this;
  }

  DayByDay paid(LocalDate on, String amount) {
    paid.merge(on, new BigDecimal(amount), BigDecimal::add);
    return this;
  }

  /** Of all days from the first to the last, both counted, in major units with two decimals. */
  String on(String principal, LocalDate from, LocalDate to) {
    var sum = BigDecimal.ZERO;
    var added = BigDecimal.ZERO;
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      if (yearly && day.isAfter(from) && isAnniversary(day, from)) {
        added = sum;
      }
      var open = new BigDecimal(principal).add(added);
      for (Map.Entry<LocalDate, BigDecimal> part : paid.headMap(day).entrySet()) {
        open = open.subtract(part.getValue());
      }
      var rate = table.floorEntry(fixed ? from : day).getValue().add(margin);
      var year = new BigDecimal(realYears && day.isLeapYear() ? 36_600 : 36_500);
      sum = sum.add(open.max(BigDecimal.ZERO).multiply(rate).divide(year, DIGITS), DIGITS);
    }
    return sum.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static boolean isAnniversary(LocalDate day, LocalDate from) {
    return day.equals(from.plusYears(day.getYear() - from.getYear()));
  }
}
