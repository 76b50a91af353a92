package dev.platen.study;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on by some time whenever it is asked; with none it stands still. */
class SteppingClock extends Clock {
  private final Duration step;
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");

  SteppingClock(Duration step) {
    this.step = step;
  }

  @Override
  public synchronized Instant instant() {
    now = now.plus(step);
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
