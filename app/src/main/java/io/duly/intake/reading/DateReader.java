package io.duly.intake.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the dates of one column. */
public final class DateReader {
  private static final String PATTERN = "=";

  private final DateOrder order;
  private final Optional<DateTimeFormatter> format;
  private final String written;

  private DateReader(DateOrder order, Optional<DateTimeFormatter> format, String written) {
    this.order = order;
    this.format = format;
    this.written = written;
  }

  /** What {@link #written()} said of a column. */
  static DateReader written(String style) {
    return style.startsWith(PATTERN) ? of(style.substring(PATTERN.length())) : in(DateOrder.named(style).orElse(DateOrder.DMY));
  }

  /** The order or the pattern of this column's dates, in a word. */
  String written() {
    return written;
  }

  /** Days written in this order, with whatever signs between. */
  public static DateReader in(DateOrder order) {
    return new DateReader(order, Optional.empty(), order.word());
  }

  /** @throws IllegalArgumentException where {@code pattern} is none such as {@code dd.MM.yyyy} */
  public static DateReader of(String pattern) {
    // A year of the era ("yyyy") would need its era where days are checked strictly.
    var years = pattern.replace('y', 'u');
    var format = DateTimeFormatter.ofPattern(years, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    return new DateReader(DateOrder.YMD, Optional.of(format), PATTERN + pattern);
  }

  /** Empty where the text is no date of this column's format, or no day of a calendar between 1970 and 2199. */
  public Optional<LocalDate> read(String text) {
    if (format.isPresent()) {
      return formatted(text, format.get());
    }
    @Nullable DateParts parts = DateParts.of(text);
    return parts == null ? NamedMonth.date(text) : parts.in(order);
  }

  private static Optional<LocalDate> formatted(String text, DateTimeFormatter format) {
    try {
      return Optional.of(LocalDate.parse(text, format));
    } catch (DateTimeException notInThisFormat) {
      return Optional.empty();
    }
  }
}
