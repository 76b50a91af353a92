package dev.platen.study.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many trials there are of every kind.
 *
 * @param because reasons to run, the most frequent first
 */
public record Census(long trials, long done, long failedBefore, Map<String, Long> because) {
  /** Reasons beyond this number are counted, not listed. */
  private static final int REASONS = 20;

  private static final String OTHERS = "other reasons";

  /** Counts a plan through. Only reasons are kept, not trials. */
  public static Census of(Stream<PlannedTrial> plan) {
    long[] counts = new long[2];
    Map<String, Long> because = new HashMap<>();
    plan.forEach(
        each -> {
          if (each.need() instanceof Need.ToRun run) {
            boolean full = because.size() >= REASONS && !because.containsKey(run.because());
            because.merge(full ? OTHERS : run.because(), 1L, Long::sum);
          } else {
            counts[each.need() instanceof Need.Done ? 0 : 1]++;
          }
        });
    Map<String, Long> sorted = new LinkedHashMap<>();
    because.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(each -> sorted.put(each.getKey(), each.getValue()));
    long toRun = sorted.values().stream().mapToLong(Long::longValue).sum();
    return new Census(counts[0] + counts[1] + toRun, counts[0], counts[1], sorted);
  }

  public long toRun() {
    return trials - done - failedBefore;
  }
}
