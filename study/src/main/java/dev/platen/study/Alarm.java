package dev.platen.study;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something when a time is over, unless it is closed before. */
final class Alarm implements AutoCloseable {
  private final ScheduledExecutorService timer = Threads.timer("alarm");
  private volatile boolean rang;

  private Alarm() {}

  /** An alarm; without a time it never rings. */
  static Alarm after(Optional<Duration> time, Runnable action) {
    Alarm alarm = new Alarm();
    time.ifPresent(
        span -> {
          var unused =
              alarm.timer.schedule(
                  () -> {
                    alarm.rang = true;
                    action.run();
                  },
                  span.toMillis(),
                  TimeUnit.MILLISECONDS);
        });
    return alarm;
  }

  boolean rang() {
    return rang;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
