package dev.platen.study;

import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Threads that do one thing beside each other. */
final class Workers {
  /** What each of them does. */
  interface Work {
    void run() throws InterruptedException;
  }

  private Workers() {}

  /**
   * Does the work in so many threads, until all are done with it.
   *
   * @param failed called at once when one of them fails, so that the others begin nothing more
   * @param abandon called when the waiting thread is interrupted, so that the others end soon
   * @throws RuntimeException what the first of them threw
   * @throws InterruptedException when the waiting thread is interrupted; then the others are too
   */
  static void run(int count, Work work, Consumer<RuntimeException> failed, Runnable abandon)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      CompletionService<Void> ended = new ExecutorCompletionService<>(threads);
      for (int i = 0; i < count; i++) {
        var unused =
            ended.submit(
                () -> {
                  work.run();
                  return null;
                });
      }
      await(ended, count, failed);
    } catch (InterruptedException e) {
      abandon.run();
      threads.shutdownNow();
      throw e;
    } finally {
      threads.shutdown();
      awaitAll(threads);
    }
  }

  /** Nothing may go on behind the back of whoever asked for the work. */
  private static void awaitAll(ExecutorService threads) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(
      CompletionService<Void> ended, int count, Consumer<RuntimeException> failed)
      throws InterruptedException {
    RuntimeException first = null;
    for (int i = 0; i < count; i++) {
      try {
        ended.take().get();
      } catch (ExecutionException e) {
        RuntimeException failure = unchecked(e);
        failed.accept(failure);
        first = first == null ? failure : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private static RuntimeException unchecked(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException known
        ? known
        : new IllegalStateException("a run's thread was interrupted", e.getCause());
  }
}
