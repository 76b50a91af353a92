package dev.platen.cli;

import dev.platen.execute.Cancellation;
import dev.platen.fault.FaultKind;
import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C and SIGTERM: asks a run to stop, waits until everything is written and the kernel is gone,
 * then ends the process with code 130. A command that makes no run is ended at once.
 */
final class Interruption implements AutoCloseable {
  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean heeded;
  private volatile boolean ended;

  private Interruption() {}

  static Interruption listen() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::onShutdown, "interruption"));
    return interruption;
  }

  /** The cancellation, for one who promises to end soon after it is requested. */
  Cancellation cancellation() {
    heeded = true;
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
    if (heeded) {
      cancellation.request();
      awaitEnd();
    }
    Runtime.getRuntime().halt(FaultKind.INTERRUPTED.exitCode());
  }

  private void awaitEnd() {
    try {
      finished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
