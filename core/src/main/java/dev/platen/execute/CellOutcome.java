package dev.platen.execute;

import dev.platen.message.ErrorContent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of one cell.
 *
 * @param cellIndex 0-based
 * @param executionCount the number in {@code In [n]}
 * @param time when it ran; empty when it didn't
 * @param error what it raised, whether permitted or not
 */
public record CellOutcome(
    int cellIndex,
    CellStatus status,
    OptionalInt executionCount,
    Optional<Span> time,
    Optional<ErrorContent> error) {

  /** From sending the cell to the kernel to its end. */
  public record Span(Instant start, Instant end) {
    public Duration duration() {
      return Duration.between(start, end);
    }
  }

  static CellOutcome running(int cellIndex, OptionalInt executionCount, Instant start) {
    return new CellOutcome(
        cellIndex,
        CellStatus.RUNNING,
        executionCount,
        Optional.of(new Span(start, start)),
        Optional.empty());
  }

  static CellOutcome notRun(int cellIndex, CellStatus status) {
    return new CellOutcome(
        cellIndex, status, OptionalInt.empty(), Optional.empty(), Optional.empty());
  }
}
