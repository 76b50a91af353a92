package dev.platen.execute;

import org.jspecify.annotations.Nullable;

/** Asks an execution to stop: from any thread, once and for all. */
public final class Cancellation {
  /** Something that takes its time, and can be interrupted. */
  public interface Blocking<T> {
    T await() throws InterruptedException;
  }

  private boolean requested;
  private @Nullable Thread waiting;

  public synchronized void request() {
    requested = true;
    if (waiting != null) {
      waiting.interrupt();
    }
  }

  public synchronized boolean isRequested() {
    return requested;
  }

  /**
   * Does something that knows nothing of cancellations, on this thread, and interrupts it on
   * request. Not to be nested.
   *
   * @throws InterruptedException when a stop was requested, or somebody else interrupts the thread
   */
  public <T> T interrupting(Blocking<T> action) throws InterruptedException {
    synchronized (this) {
      if (requested) {
        throw new InterruptedException();
      }
      waiting = Thread.currentThread();
    }
    try {
      return action.await();
    } finally {
      stopInterrupting();
    }
  }

  /** A request in the last moment must not interrupt what the thread does next. */
  private synchronized void stopInterrupting() {
    waiting = null;
    if (requested) {
      var unused = Thread.interrupted();
    }
  }
}
