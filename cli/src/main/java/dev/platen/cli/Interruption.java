package dev.platen.cli;

import dev.platen.execute.Cancellation;
import dev.platen.fault.FaultKind;
import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C and SIGTERM: asks what runs to stop, waits until everything is written and the kernel is
 * gone, then ends the process with code 130.
 */
final class Interruption implements AutoCloseable {
  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean ended;

  private Interruption() {}

  static Interruption listen() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::onShutdown, "interruption"));
    return interruption;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** The work is over; a later signal interrupts nothing. */
  void finished() {
    ended = true;
    finished.countDown();
  }

  @Override
  public void close() {
    finished();
  }

  private void onShutdown() {
    if (ended) {
      return;
    }
    cancellation.request();
    try {
      finished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(FaultKind.INTERRUPTED.exitCode());
  }
}
