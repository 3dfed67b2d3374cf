package io.duly.correspondence.sending;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * When it is.
 *
 * @param day the business date
 */
public record Moment(LocalDate day, Instant now) {

  /** Now, on the clock's calendar. */
  public static Moment of(Clock clock) {
    var now = clock.instant();
    return new Moment(LocalDate.ofInstant(now, clock.getZone()), now);
  }
}
