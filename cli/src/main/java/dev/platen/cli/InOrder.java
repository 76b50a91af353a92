package dev.platen.cli;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Works on several tasks at once, and gives their results in the tasks' order. */
final class InOrder<T> implements AutoCloseable {
  private static final int SECONDS_TO_TIDY_UP = 10;

  private final ExecutorService workers;
  private final Queue<Future<T>> results = new ArrayDeque<>();

  InOrder(int atOnce) {
    this.workers = Executors.newFixedThreadPool(atOnce);
  }

  /** Begins it as soon as a worker is free. */
  void add(Callable<T> task) {
    results.add(workers.submit(task));
  }

  boolean hasNext() {
    return !results.isEmpty();
  }

  /** Waits for the next task's result; what the task threw without declaring it is thrown here. */
  T next() throws InterruptedException {
    try {
      return results.remove().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      } else if (e.getCause() instanceof Error error) {
        throw error;
      } else if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Gives up what isn't finished, and lets it tidy up: a browser, a file half written. */
  @Override
  public void close() {
    workers.shutdownNow();
    try {
      if (!workers.awaitTermination(SECONDS_TO_TIDY_UP, TimeUnit.SECONDS)) {
        return; // It ends with the process.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
