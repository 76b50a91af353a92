package dev.platen.study;

import dev.platen.execute.Cancellation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits, unless it is cancelled. */
record Pause(Cancellation cancellation, Clock clock) {
  private static final long LOOK_MILLIS = 100;

  /** Returns when the time is over, or soon after the cancellation. */
  void await(Duration time) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    Instant end = clock.instant().plus(time);
    while (!cancellation.isRequested() && clock.instant().isBefore(end)) {
      var unused = never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }
}
