package io.duly.intake.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which order day, month and year are written. */
public enum DateOrder {
  DMY("day first"),
  MDY("month first"),
  YMD("year first");

  private final String inWords;

  DateOrder(String inWords) {
    this.inWords = inWords;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String inWords() {
    return inWords;
  }

  public static Optional<DateOrder> named(String word) {
    return Arrays.stream(values()).filter(order -> order.name().equalsIgnoreCase(word)).findFirst();
  }
}
