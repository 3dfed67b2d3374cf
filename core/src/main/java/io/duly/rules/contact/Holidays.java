package io.duly.rules.contact;

import java.time.LocalDate;

/** The public holidays of places. */
@FunctionalInterface
public interface Holidays {
  Holidays NONE = (_, _) -> false;

  /**
   * Whether a day is a public holiday somewhere.
   *
   * @param jurisdiction as in {@code DE}, {@code DE-BY} or {@code US-NY-NYC}
   */
  boolean on(String jurisdiction, LocalDate day);
}
