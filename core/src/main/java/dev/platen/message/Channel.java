package dev.platen.message;

/**
 * The channels over which a client and a kernel speak. The heartbeat isn't used: the kernel's
 * process is watched.
 */
public enum Channel {
  /** Requests to execute and their replies. */
  SHELL,
  /** What the kernel publishes: outputs and its status. */
  IOPUB,
  /** The kernel's requests for input. */
  STDIN,
  /** Requests that must not wait behind an execution: interrupt, shutdown. */
  CONTROL
}
