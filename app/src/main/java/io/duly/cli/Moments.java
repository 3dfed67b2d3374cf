package io.duly.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Times of day as they are written at the command line. */
final class Moments {
  private Moments() {}

  /**
   * @param text with an offset, or without one on the debtor's clock; null is now
   * @throws CannotDo where it is no time
   */
  static Instant read(@Nullable String text, ZoneId zone, Instant now) {
    if (text == null) {
      return now;
    }
    try {
      return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException _) {
      throw new CannotDo("'" + text + "' is no time such as 2026-11-30T10:00 or 2026-11-30T10:00:00Z");
    }
  }
}
