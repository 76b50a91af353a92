package dev.platen.execute;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How to execute.
 *
 * @param cellTimeout for each cell; empty = no limit
 * @param runTimeout for all cells together; empty = no limit
 * @param afterError whether the cells behind a failed one run
 * @param leftOut ids of code cells that aren't run, and keep the outputs they have
 * @param interruptGrace how long an interrupted cell may take to end before the kernel is killed
 */
public record ExecutionOptions(
    Optional<Duration> cellTimeout,
    Optional<Duration> runTimeout,
    AfterError afterError,
    Set<String> leftOut,
    Duration interruptGrace) {
  public ExecutionOptions {
    leftOut = Set.copyOf(leftOut);
  }

  /** What happens behind a failed cell. */
  public enum AfterError {
    STOP,
    CONTINUE
  }

  public static final ExecutionOptions DEFAULT =
      new ExecutionOptions(
          Optional.empty(), Optional.empty(), AfterError.STOP, Set.of(), Duration.ofSeconds(5));

  public ExecutionOptions withTimeouts(Optional<Duration> cell, Optional<Duration> run) {
    return new ExecutionOptions(cell, run, afterError, leftOut, interruptGrace);
  }

  public ExecutionOptions withAfterError(AfterError afterError) {
    return new ExecutionOptions(cellTimeout, runTimeout, afterError, leftOut, interruptGrace);
  }

  public ExecutionOptions withLeftOut(Set<String> leftOut) {
    return new ExecutionOptions(cellTimeout, runTimeout, afterError, leftOut, interruptGrace);
  }
}
