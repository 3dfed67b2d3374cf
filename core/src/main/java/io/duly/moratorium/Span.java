package io.duly.moratorium;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which a moratorium is in force.
 *
 * @param last the last day; before the first where it was cancelled on it, empty while its end is not known
 */
public record Span(LocalDate first, Optional<LocalDate> last) {

  /** Whether it is in force on a day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(first) && last.map(end -> !day.isAfter(end)).orElse(true);
  }

  /**
   * Whether a debt rests on a day: nobody asks for it, and nothing accrues on it. A debt that arose later is none of those that the
   * moratorium is of.
   */
  public boolean rests(LocalDate arose, LocalDate day) {
    return !arose.isAfter(first) && holdsOn(day);
  }
}
