package dev.platen.study.serve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One browser that follows. What it hasn't taken waits here, up to a bound: who doesn't keep up is
 * dropped, and begins anew when it asks again. Safe for any thread.
 */
final class Subscriber {
  private static final int MOST_CHARS = 8 << 20;
  private static final int MOST_EVENTS = 200;

  private final Set<String> open;
  private final Thread writer;
  private final Semaphore news = new Semaphore(0);
  private final Deque<String> waiting = new ArrayDeque<>();
  private long chars;
  private boolean ended;

  /**
   * A subscriber.
   *
   * @param open the names of the runs of which it wants the outputs
   * @param writer the thread that writes to it, which may hang in a connection that takes nothing
   */
  Subscriber(Set<String> open, Thread writer) {
    this.open = Set.copyOf(open);
    this.writer = writer;
  }

  boolean wants(String run) {
    return open.contains(run);
  }

  /** Adds an event; false if it was dropped, now or before. */
  synchronized boolean offer(String name, String json) {
    if (ended) {
      return false;
    }
    String event = "event: " + name + "\ndata: " + json + "\n\n";
    if (waiting.size() >= MOST_EVENTS || chars + event.length() > MOST_CHARS) {
      end();
      return false;
    }
    waiting.add(event);
    chars += event.length();
    news.release();
    return true;
  }

  synchronized boolean isHere() {
    return !ended;
  }

  /** Ends it, now. An interrupted write closes its connection. */
  synchronized void end() {
    if (!ended) {
      ended = true;
      waiting.clear();
      news.release();
      writer.interrupt();
    }
  }

  /** The writer has left; nobody may interrupt it any more. */
  synchronized void left() {
    ended = true;
    waiting.clear();
  }

  /**
   * All that waits; "" if nothing came in that time.
   *
   * @return null when it has ended
   */
  @Nullable String take(long millis) throws InterruptedException {
    var unused = news.tryAcquire(millis, TimeUnit.MILLISECONDS);
    return takeNow();
  }

  private synchronized @Nullable String takeNow() {
    news.drainPermits();
    if (ended) {
      return null;
    }
    String all = String.join("", waiting);
    waiting.clear();
    chars = 0;
    return all;
  }
}
