package dev.platen.study.ledger;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a study notes in the run.json of a trial, under {@value #KEY}. The run itself knows nothing
 * of it.
 *
 * @param study the study's name: its file's, or the template's
 * @param varied the names of the parameters in which trials differ, seeds not among them
 * @param seed the names of the parameters that tell repeats apart; empty = repeats are all alike
 * @param repeat counted from 0
 * @param attempt counted from 1
 * @param goal metric, and whether less or more of it is better
 * @param record metrics: by name the expression that was evaluated
 * @param bootstrap whether intervals are found by the bootstrap instead of by Student's t
 * @param fixed the names of the parameters that are the same in every trial
 * @param log the names of those that the study varies on the scale of logarithms
 */
public record TrialMark(
    String study,
    List<String> varied,
    List<String> seed,
    int repeat,
    int attempt,
    Optional<GoalMark> goal,
    Map<String, String> record,
    boolean bootstrap,
    List<String> fixed,
    List<String> log) {
  /** The key in run.json. */
  public static final String KEY = "trial";

  private static final String BOOTSTRAP = "bootstrap";

  private static final JsonString MAX = new JsonString("max");

  /** The metric that tells good trials from bad ones. */
  public record GoalMark(String metric, boolean least) {}

  public TrialMark {
    varied = List.copyOf(varied);
    seed = List.copyOf(seed);
    record = Map.copyOf(record);
    fixed = List.copyOf(fixed);
    log = List.copyOf(log);
  }

  /** The mark that {@link #toJson} made this object of. */
  static TrialMark parse(JsonObject json) throws BadRecord {
    Optional<List<String>> varied = new JsonArray(json.array("varied")).strings();
    Optional<List<String>> seed = new JsonArray(json.array("seed")).strings();
    Optional<Long> repeat = json.integer("repeat");
    if (varied.isEmpty() || seed.isEmpty() || repeat.filter(TrialMark::counts).isEmpty()) {
      throw new BadRecord("has a '" + KEY + "' that no study wrote");
    }
    return new TrialMark(
        json.text("study"),
        varied.get(),
        seed.get(),
        repeat.get().intValue(),
        json.integer("attempt").filter(TrialMark::counts).orElse(1L).intValue(),
        json.object("goal").members().entrySet().stream()
            .findFirst()
            .map(goal -> new GoalMark(goal.getKey(), !goal.getValue().equals(MAX))),
        texts(json.object("record")),
        json.text("interval").equals(BOOTSTRAP),
        new JsonArray(json.array("fixed")).strings().orElse(List.of()),
        new JsonArray(json.array("log")).strings().orElse(List.of()));
  }

  private static Map<String, String> texts(JsonObject json) {
    Map<String, String> texts = new LinkedHashMap<>();
    json.members().keySet().forEach(name -> texts.put(name, json.text(name)));
    return texts;
  }

  private static boolean counts(long number) {
    return number >= 0 && number <= Integer.MAX_VALUE;
  }

  /** The names of all parameters that the study sets. */
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(varied);
    names.addAll(seed);
    names.addAll(fixed);
    return names;
  }

  public JsonObject toJson() {
    return JsonObject.build(
        o -> {
          o.put("study", study)
              .put("varied", JsonArray.ofStrings(varied))
              .put("seed", JsonArray.ofStrings(seed))
              .put("repeat", repeat)
              .put("attempt", attempt);
          if (!fixed.isEmpty()) {
            o.put("fixed", JsonArray.ofStrings(fixed));
          }
          if (!log.isEmpty()) {
            o.put("log", JsonArray.ofStrings(log));
          }
          if (!record.isEmpty()) {
            o.put("record", JsonObject.build(r -> record.forEach(r::put)));
          }
          if (bootstrap) {
            o.put("interval", BOOTSTRAP);
          }
          goal.ifPresent(
              g ->
                  o.put(
                      "goal",
                      JsonObject.build(x -> x.put(g.metric(), g.least() ? "min" : MAX.value()))));
        });
  }
}
