package io.duly.cycle;

import java.time.LocalDate;

/** The day cannot be run; the message says why and which day can. */
public final class NotThatDay extends RuntimeException {
  private NotThatDay(String message) {
    super(message);
  }

  static NotThatDay before(LocalDate last, LocalDate day) {
    return new NotThatDay(
        "The day " + day + " is over: " + last + " was run already. Give --date " + last + " or a later day.");
  }

  static NotThatDay running(LocalDate other, LocalDate day) {
    return new NotThatDay(
        "The day " + other + " is still being run; run " + day + " when that has ended.");
  }
}
