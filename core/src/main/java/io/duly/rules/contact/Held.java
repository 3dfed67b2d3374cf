package io.duly.rules.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;

/** A hold is in force. */
record Held() implements Limit {

  @Override
  public Optional<Instant> earliest(Asked asked, ZoneId zone, Instant at) {
    Instant from = at;
    LocalDate day = LocalTimes.dayOf(at, zone);
    Optional<HeldBack> hold = onDay(asked, day);
    while (hold.isPresent()) {
      Optional<LocalDate> until = hold.get().until();
      if (until.isEmpty()) {
        return Optional.empty();
      }
      day = until.get().plusDays(1);
      from = LocalTimes.startOf(day, zone);
      hold = onDay(asked, day);
    }
    return Optional.of(from);
  }

  /** The one that lasts longest, so that its end is where to look next. */
  private static Optional<HeldBack> onDay(Asked asked, LocalDate day) {
    return asked.facts().holds().stream()
        .filter(hold -> hold.holdsOn(day))
        .max(Comparator.comparing(hold -> hold.until().orElse(LocalDate.MAX)));
  }

  @Override
  public String why(Asked asked, ZoneId zone, Instant at) {
    return onDay(asked, LocalTimes.dayOf(at, zone))
        .map(
            hold ->
                "a hold is in force ("
                    + hold.kind()
                    + ")"
                    + hold.until().map(last -> " until " + last).orElse(""))
        .orElse("no hold is in force");
  }
}
