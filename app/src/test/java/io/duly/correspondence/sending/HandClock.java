package io.duly.correspondence.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that somebody moves. */
public final class HandClock extends Clock {
  private volatile Instant now;
  private final ZoneId zone;

  public HandClock(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  public void moveTo(Instant then) {
    now = then;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new HandClock(now, other);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
