package io.duly.cycle;

import java.time.LocalDate;

/** A name with a day, as arrays of text carry several of them in one column: {@code name@days since 1970}. */
record Dated(String name, LocalDate day) {
  static Dated of(String text) {
    int at = text.lastIndexOf('@');
    return new Dated(text.substring(0, at), LocalDate.ofEpochDay(Long.parseLong(text, at + 1, text.length(), 10)));
  }
}
