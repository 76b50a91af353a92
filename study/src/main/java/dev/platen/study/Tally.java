package dev.platen.study;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts what became of trials. One that was interrupted counts as one that never began. Safe for
 * any thread.
 */
final class Tally {
  private final List<TrialResult> succeeded = new ArrayList<>();
  private final List<TrialResult> failed = new ArrayList<>();
  private long byOthers;
  private boolean interrupted;

  synchronized void add(TrialResult result) {
    if (result.succeeded()) {
      succeeded.add(result);
    } else if (result.failed()) {
      failed.add(result);
    } else {
      interrupted = true;
    }
  }

  /** Whether any was. */
  synchronized boolean interrupted() {
    return interrupted;
  }

  synchronized void addByOther() {
    byOthers++;
  }

  synchronized long succeeded() {
    return succeeded.size();
  }

  /** How many succeeded and have no number of that name. */
  synchronized long without(String metric) {
    return succeeded.stream().filter(result -> !result.hasNumber(metric)).count();
  }

  synchronized List<TrialResult> failed() {
    return List.copyOf(failed);
  }

  synchronized long byOthers() {
    return byOthers;
  }
}
