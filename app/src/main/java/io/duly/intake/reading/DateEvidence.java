package io.duly.intake.reading;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the values of a date column tell of the order in which they are written. */
final class DateEvidence {
  /** So many values of one order for each of the other make the other ones mistakes, not a second order. */
  private static final int OUTWEIGHS = 50;

  private long dayFirst;
  private long monthFirst;
  private long either;
  private char separator;
  private String example = "";

  void add(String text) {
    if (text.length() == 10 && text.charAt(4) == '-') {
      return;
    }
    var parts = DateParts.of(text);
    if (parts != null && !parts.yearFirst()) {
      weigh(text, parts);
    }
  }

  private void weigh(String text, DateParts parts) {
    separator = parts.separator();
    boolean dmy = parts.in(DateOrder.DMY).isPresent();
    boolean mdy = parts.in(DateOrder.MDY).isPresent();
    if (dmy && mdy && parts.first() != parts.second()) {
      either++;
      example = example.isEmpty() ? text : example;
    } else if (dmy != mdy) {
      dayFirst += dmy ? 1 : 0;
      monthFirst += mdy ? 1 : 0;
    }
  }

  /** The order this column shows by itself; empty where nothing or both show. */
  Optional<DateOrder> shown() {
    if (dayFirst > monthFirst * OUTWEIGHS) {
      return Optional.of(DateOrder.DMY);
    }
    return monthFirst > dayFirst * OUTWEIGHS ? Optional.of(DateOrder.MDY) : Optional.empty();
  }

  boolean mixed() {
    return dayFirst > 0 && monthFirst > 0 && shown().isEmpty();
  }

  /** Some value can be read in two ways, or no value needs an order. */
  boolean open() {
    return either > 0 && shown().isEmpty();
  }

  boolean sameSeparator(DateEvidence other) {
    return separator == other.separator;
  }

  /** Dates with dots are written day first wherever they are written so. */
  Optional<DateOrder> byCustom() {
    return separator == '.' && monthFirst == 0 ? Optional.of(DateOrder.DMY) : Optional.empty();
  }

  String example() {
    return example;
  }

  /** The two readings of the example, as words. */
  String readings() {
    @Nullable DateParts parts = DateParts.of(example);
    return parts == null
        ? ""
        : Stream.of(DateOrder.DMY, DateOrder.MDY)
            .map(order -> parts.in(order).orElseThrow() + " (" + order.inWords() + ", --dates " + order.word() + ")")
            .reduce((one, other) -> one + " or " + other)
            .orElseThrow();
  }
}
