package dev.platen.execute;

import org.jspecify.annotations.Nullable;

/** Asks an execution to stop: from any thread, once and for all. */
public final class Cancellation {
  private final @Nullable Cancellation whole;
  private volatile boolean requested;

  public Cancellation() {
    this(null);
  }

  private Cancellation(@Nullable Cancellation whole) {
    this.whole = whole;
  }

  /** Asks a part of this to stop: when the whole is asked to, the part is too. */
  public Cancellation part() {
    return new Cancellation(this);
  }

  public void request() {
    requested = true;
  }

  public boolean isRequested() {
    return requested || (whole != null && whole.isRequested());
  }
}
