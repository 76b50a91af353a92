package dev.platen.run;

import dev.platen.execute.ExecutionListener;
import dev.platen.kernelspec.KernelSpec;

/**
 * Follows a run: its phases, in their order, and between {@link Phase#EXECUTING} and the next its
 * cells.
 */
public interface RunListener extends ExecutionListener {
  /** Does nothing. */
  RunListener NONE = new RunListener() {};

  /** What a run is busy with. */
  enum Phase {
    STARTING_KERNEL,
    EXECUTING,
    WRITING,
    SEALING
  }

  /**
   * The run's folder was made, and the kernel chosen.
   *
   * @param cellCount cells of all types, the injected one too
   */
  default void prepared(RunFolder folder, KernelSpec kernel, int cellCount) {}

  default void phase(Phase phase) {}

  /** Something that the user should know, in one line, and that stops nothing. */
  default void note(String line) {}
}
