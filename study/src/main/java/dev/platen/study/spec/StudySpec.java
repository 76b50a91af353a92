package dev.platen.study.spec;

import dev.platen.study.trial.Space;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A study as its file defines it.
 *
 * @param template the notebook's path, as it is written: relative to the file
 * @param space which trials there are
 * @param record metrics: by name the expression that the kernel evaluates after the last cell
 * @param goal which metric tells good from bad
 * @param race whether points that are losing get no further repeats
 * @param interval how a group's 95 % interval is found
 * @param notice a command for the shell, called at the first failure and at the end
 * @param inputs globs, relative to the file, of more files whose change makes a run stale
 */
public record StudySpec(
    String template,
    Space space,
    Map<String, String> record,
    Optional<Goal> goal,
    boolean race,
    Interval interval,
    List<String> inputs,
    RunSettings run,
    ReportSettings report,
    Optional<String> notice) {
  /** How the interval around a mean is found. */
  public enum Interval {
    STUDENT,
    BOOTSTRAP
  }

  public StudySpec {
    record = Collections.unmodifiableMap(new LinkedHashMap<>(record));
    inputs = List.copyOf(inputs);
  }

  /** The same, run in another way. */
  public StudySpec withRun(RunSettings settings) {
    return new StudySpec(
        template, space, record, goal, race, interval, inputs, settings, report, notice);
  }
}
