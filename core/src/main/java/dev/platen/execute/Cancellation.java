package dev.platen.execute;

/** Asks an execution to stop: from any thread, once and for all. */
public final class Cancellation {
  private volatile boolean requested;

  public void request() {
    requested = true;
  }

  public boolean isRequested() {
    return requested;
  }
}
