package dev.platen.run.file;

import java.time.Duration;

/**
 * When a notebook under way is saved, for those who look at it. Nothing depends on it: what arrives
 * is in the journal at once.
 *
 * @param atCells when a cell begins or ends
 * @param every in the middle of a cell; zero = never
 */
public record SavePlan(boolean atCells, Duration every) {
  /** A second is as fresh as somebody who looks needs it. */
  static final Duration SHORTEST = Duration.ofSeconds(1);

  /** Saving takes no more than this part of the time: a 50th. */
  static final int SHARE = 50;

  /** Only at the end. */
  public static final SavePlan AT_END = new SavePlan(false, Duration.ZERO);

  /**
   * Whether it is time.
   *
   * @param between whether a cell began or ended since the last save
   * @param passed since the last save
   * @param cost of the last save
   */
  boolean isDue(boolean between, Duration passed, Duration cost) {
    if (passed.compareTo(cost.multipliedBy(SHARE)) < 0) {
      return false;
    }
    return (atCells && between && passed.compareTo(SHORTEST) >= 0)
        || (!every.isZero() && passed.compareTo(every) >= 0);
  }
}
