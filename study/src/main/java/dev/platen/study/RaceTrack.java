package dev.platen.study;

import dev.platen.execute.RunStatus;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.metric.Metric;
import dev.platen.metric.MetricValue;
import dev.platen.storage.WholeFile;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.spec.Goal;
import dev.platen.study.stats.Decision;
import dev.platen.study.stats.Race;
import dev.platen.study.trial.Trial;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The points that race against each other, and which of them are out. Safe for any thread. */
final class RaceTrack {
  private final Goal goal;
  private final Path file;
  private final Map<String, Map<String, Double>> values = new HashMap<>();
  private final Set<String> out = new HashSet<>();

  /** Of the runs that were done before, the repeat up to which they are noted. */
  private int replayed;

  /** The last look at each point with so many pairs. */
  private final Map<String, Decision> decisions = new LinkedHashMap<>();

  /**
   * A race.
   *
   * @param file takes every decision with its numbers, as JSON
   */
  RaceTrack(Goal goal, Path file) {
    this.goal = goal;
    this.file = file;
  }

  synchronized boolean isRacing(Trial trial) {
    return !out.contains(point(trial));
  }

  /**
   * Notes a run of an earlier start, in the order in which they were asked for, and looks as it was
   * looked at then.
   *
   * @return the points that are out by now
   */
  synchronized List<Decision> replay(Trial trial, PastRun run) {
    List<Decision> dropped = trial.repeat() > replayed ? look() : List.of();
    replayed = trial.repeat();
    note(trial, run);
    return dropped;
  }

  /** Notes a run that has ended, without a look at the others. */
  synchronized void note(Trial trial, PastRun run) {
    values.computeIfAbsent(point(trial), point -> new HashMap<>()).put(seed(trial), value(run));
  }

  /** The points that the numbers so far put out of the race. */
  synchronized List<Decision> look() {
    Map<String, Map<String, Double>> racing = new HashMap<>(values);
    racing.keySet().removeAll(out);
    List<Decision> look = Race.STANDARD.decide(racing, goal.direction() == Goal.Direction.MIN);
    List<Decision> dropped = look.stream().filter(Decision::drop).toList();
    dropped.forEach(decision -> out.add(decision.point()));
    look.forEach(decision -> decisions.put(decision.pairs() + " " + decision.point(), decision));
    if (!look.isEmpty()) {
      write();
    }
    return dropped;
  }

  private void write() {
    List<JsonValue> all = decisions.values().stream().<JsonValue>map(Decision::toJson).toList();
    WholeFile.writeShared(file, stream -> JsonWriter.readable(new JsonArray(all), stream));
  }

  /** What a run printed before it failed is no result. */
  private double value(PastRun run) {
    if (run.status() != RunStatus.SUCCEEDED) {
      return Double.NaN;
    }
    Metric metric = run.metrics().get(goal.metric());
    return metric != null && metric.value() instanceof MetricValue.Numeric number
        ? number.value()
        : Double.NaN;
  }

  private static String point(Trial trial) {
    return trial.point().display();
  }

  private static String seed(Trial trial) {
    return trial.seed().isEmpty() ? String.valueOf(trial.repeat()) : trial.seed().display();
  }
}
