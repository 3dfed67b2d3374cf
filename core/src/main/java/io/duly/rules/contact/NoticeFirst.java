package io.duly.rules.contact;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Something in writing goes first.
 *
 * @param days from the day of writing to the first day of any other contact
 */
record NoticeFirst(int days) implements Limit {

  @Override
  public Optional<Instant> earliest(Asked asked, ZoneId zone, Instant at) {
    return asked.facts()
        .noticeOn()
        .map(day -> LocalTimes.startOf(day.plusDays(days), zone))
        .map(from -> from.isBefore(at) ? at : from);
  }

  @Override
  public String why(Asked asked, ZoneId zone, Instant at) {
    return asked.facts()
        .noticeOn()
        .map(day -> "the written notice is of " + day + ", and " + days + " days have to pass")
        .orElse("a written notice has to go first, and " + days + " days have to pass");
  }
}
