package dev.platen.study.compare;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.metric.Metric;
import dev.platen.parameter.ParameterValue;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.ledger.TrialMark;
import dev.platen.study.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One template's part of the {@link PageData}. */
final class TemplateData {
  /** Of more repeats the script works out the quantile itself. */
  private static final int MOST_REACHES = 100;

  private final ComparedTemplate runs;
  private final RunLinks links;
  private final RunShelf shelf;
  private final TextBudget budget;
  private final List<String> parameters;
  private final List<String> seeds;
  private final List<String> metrics;

  TemplateData(ComparedTemplate runs, RunLinks links, RunShelf shelf, TextBudget budget) {
    this.runs = runs;
    this.budget = budget;
    this.links = links;
    this.shelf = shelf;
    this.parameters = runs.groups().varied();
    this.seeds = runs.groups().seeds();
    this.metrics = runs.metrics();
  }

  /** On which every row depends. */
  List<List<String>> columns() {
    return List.of(seeds, metrics);
  }

  List<PastRun> runs() {
    return runs.current();
  }

  /** All but the runs. */
  JsonObject head() {
    List<RunGroup> groups = runs.groups().groups();
    int most = groups.stream().mapToInt(group -> group.runs().size()).max().orElse(0);
    return JsonObject.build(
        o -> {
          o.put("name", ShortText.of(runs.name(), ShortText.CELL));
          o.put("template", runs.template());
          runs.goal()
              .ifPresent(
                  goal ->
                      o.put(
                          "goal",
                          JsonObject.build(
                              g -> g.put("metric", goal.metric()).put("least", goal.least()))));
          o.put("columns", new JsonArray(described()));
          o.put("labels", JsonArray.ofStrings(groups.stream().map(RunGroup::label).toList()));
          o.put("points", new JsonArray(groups.stream().map(this::point).toList()));
          o.put("mixed", numbers(indices(groups.stream().filter(RunGroup::isMixed).toList())));
          o.put("ranked", numbers(indices(runs.ranking().map(Ranking::ranked).orElse(List.of()))));
          o.put("reaches", reaches(Math.min(most, MOST_REACHES)));
          intervals().ifPresent(intervals -> o.put("intervals", intervals));
          o.put("groups", groupsOfRuns());
          new FigureData(runs.current(), shelf).addTo(o);
          new OutputData(runs.current(), bestFirst(), shelf, budget).addTo(o);
          new InputData(runs.current(), shelf).addTo(o);
        });
  }

  /** The runs of the best points, then the newest. */
  private List<PastRun> bestFirst() {
    List<PastRun> ranked =
        runs.ranking().map(Ranking::ranked).orElse(List.of()).stream()
            .flatMap(group -> group.runs().stream())
            .toList();
    Set<PastRun> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    taken.addAll(ranked);
    List<PastRun> others = new ArrayList<>(runs.current());
    others.removeIf(taken::contains);
    Collections.reverse(others);
    return Stream.concat(ranked.stream(), others.stream()).toList();
  }

  private List<JsonValue> described() {
    List<String> log =
        runs.current().stream()
            .flatMap(run -> run.trial().stream())
            .reduce((older, newer) -> newer)
            .map(TrialMark::log)
            .orElse(List.of());
    List<JsonValue> columns = new ArrayList<>();
    parameters.forEach(name -> columns.add(column("parameter", name, log.contains(name))));
    seeds.forEach(name -> columns.add(column("seed", name, log.contains(name))));
    metrics.forEach(name -> columns.add(column("metric", name, false)));
    return columns;
  }

  private static JsonValue column(String kind, String name, boolean isLog) {
    return JsonObject.build(
        o -> {
          o.put("kind", kind).put("name", name);
          if (isLog) {
            o.put("log", true);
          }
        });
  }

  /** By run the index of its group. */
  private JsonValue groupsOfRuns() {
    IdentityHashMap<PastRun, Integer> index = new IdentityHashMap<>();
    List<RunGroup> groups = runs.groups().groups();
    for (int i = 0; i < groups.size(); i++) {
      for (PastRun run : groups.get(i).runs()) {
        index.put(run, i);
      }
    }
    return numbers(runs.current().stream().map(index::get).toList());
  }

  private List<Integer> indices(List<RunGroup> some) {
    IdentityHashMap<RunGroup, Integer> index = new IdentityHashMap<>();
    List<RunGroup> groups = runs.groups().groups();
    for (int i = 0; i < groups.size(); i++) {
      index.put(groups.get(i), i);
    }
    return some.stream().map(index::get).toList();
  }

  /** The main metric's by group, where they are none that the script can work out. */
  private Optional<JsonValue> intervals() {
    List<RunGroup> groups = runs.groups().groups();
    return runs.mainMetric()
        .filter(metric -> groups.stream().anyMatch(RunGroup::bootstrap))
        .map(
            metric ->
                new JsonArray(
                    groups.stream()
                        .map(group -> group.summary(metric).interval())
                        .map(TemplateData::ends)
                        .toList()));
  }

  private static JsonValue ends(Optional<Interval> interval) {
    return interval
        .<JsonValue>map(
            i -> new JsonArray(List.of(JsonNumber.of(i.low()), JsonNumber.of(i.high()))))
        .orElse(JsonNull.NULL);
  }

  private static JsonValue reaches(int most) {
    return new JsonArray(
        Arrays.stream(Interval.reaches(most)).<JsonValue>mapToObj(JsonNumber::of).toList());
  }

  static JsonValue numbers(List<Integer> numbers) {
    return new JsonArray(numbers.stream().<JsonValue>map(JsonNumber::of).toList());
  }

  /** The parameters of one point, in the order of their columns. */
  private JsonValue point(RunGroup group) {
    Map<String, ParameterValue> values = group.parameters().values();
    return new JsonArray(
        parameters.stream().<JsonValue>map(name -> DataValues.of(values.get(name))).toList());
  }

  /** One run: what every run has, then its own values in the order of their columns. */
  JsonValue row(PastRun run) {
    List<JsonValue> row = new ArrayList<>();
    row.add(new JsonString(run.id()));
    row.add(new JsonString(run.status().word()));
    row.add(new JsonString(links.path(run, "")));
    row.add(JsonNumber.of(run.started().getEpochSecond()));
    row.add(Double.isFinite(run.seconds()) ? JsonNumber.of(run.seconds()) : JsonNull.NULL);
    row.add(
        run.peakMemory().isPresent() ? JsonNumber.of(run.peakMemory().getAsLong()) : JsonNull.NULL);
    row.add(run.trial().<JsonValue>map(t -> JsonNumber.of(t.repeat())).orElse(JsonNull.NULL));
    row.add(new JsonString(run.error()));
    seeds.forEach(name -> row.add(DataValues.of(run.parameters().values().get(name))));
    for (String name : metrics) {
      Metric metric = run.metrics().get(name);
      row.add(DataValues.of(metric == null ? null : metric.value()));
    }
    return new JsonArray(row);
  }
}
