package dev.platen.study.serve;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.notebook.Cell;
import dev.platen.notebook.Output;
import dev.platen.run.StopRequests;
import dev.platen.study.compare.LivePage;
import dev.platen.study.ledger.TrialMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What browsers are told of one run under way: a few words for all of them, its outputs for those
 * that have it open, and of both only what is new. Confined to one thread.
 */
final class RunView {
  private static final int MOST_OUTPUTS = 30;
  private static final int MOST_WORDS = 160;

  private final RunFollower run;
  private final String name;
  private final StopRequests stops;
  private final List<String> headings;
  private JsonObject words = JsonObject.EMPTY;
  private Map<String, ShownOutput> outputs = new LinkedHashMap<>();
  private String log = "";

  /**
   * Of a run.
   *
   * @param name as the page names it
   */
  RunView(RunFollower run, String name) {
    this.run = run;
    this.name = name;
    this.stops = StopRequests.around(run.folder());
    this.headings = LivePage.headings(run.notebook());
  }

  String name() {
    return name;
  }

  RunFollower run() {
    return run;
  }

  /**
   * Looks again: what is new in the words; empty if nothing is.
   *
   * @param everything whether to look even if the journal says nothing new
   */
  Optional<JsonObject> renewWords(boolean everything) {
    if (!run.look() && !everything) {
      return Optional.empty();
    }
    JsonObject now = wordsNow();
    if (now.equals(words)) {
      return Optional.empty();
    }
    JsonObject before = words;
    words = now;
    return Optional.of(
        JsonObject.build(
            o ->
                now.members()
                    .forEach(
                        (name, value) -> {
                          if (!value.equals(before.value(name))) {
                            o.put(name, value);
                          }
                        })));
  }

  /** All words, as they were at the last look. */
  JsonObject words() {
    return words;
  }

  private JsonObject wordsNow() {
    int cells = run.notebook().cells().size();
    OptionalInt cell = run.runningCell();
    return JsonObject.build(
        o -> {
          o.put("title", title());
          o.put("study", run.record().object(TrialMark.KEY).text("study"));
          o.put("started", run.record().text("started"));
          o.put("cells", cells);
          o.put("finished", run.finishedCells());
          o.put("cell", cell.isPresent() ? cell.getAsInt() + 1 : 0);
          o.put("heading", cell.isPresent() ? headings.get(cell.getAsInt()) : "");
          o.put("code", cell.isPresent() ? firstLine(cell.getAsInt()) : "");
          o.put(
              "since",
              cell.isPresent() ? run.start(cell.getAsInt()).map(Object::toString).orElse("") : "");
          o.put("last", lastWords());
          o.put("stopping", stops.isAsked(run.folder()));
        });
  }

  /** What tells it from the others of its study; of a run of its own what was given. */
  private String title() {
    JsonObject trial = run.record().object(TrialMark.KEY);
    JsonObject parameters = run.record().object("parameters");
    List<String> names = new ArrayList<>(strings(trial, "varied"));
    names.addAll(strings(trial, "seed"));
    if (names.isEmpty()) {
      names =
          parameters.members().keySet().stream()
              .filter(name -> parameters.object(name).isTrue("given"))
              .toList();
    }
    StringBuilder title = new StringBuilder();
    for (String name : names) {
      title.append(title.isEmpty() ? "" : " ").append(name).append('=');
      title.append(parameters.object(name).text("display"));
    }
    return cut(title.isEmpty() ? run.record().text("title") : title.toString());
  }

  private static List<String> strings(JsonObject object, String key) {
    return new JsonArray(object.array(key)).strings().orElse(List.of());
  }

  private String firstLine(int index) {
    Cell cell = run.notebook().cells().get(index);
    return cut(
        cell.source().lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse(""));
  }

  private static String cut(String text) {
    return text.length() > MOST_WORDS ? text.substring(0, MOST_WORDS - 1) + "…" : text;
  }

  /** The last line that it printed. */
  private String lastWords() {
    OptionalInt cell = run.runningCell();
    if (cell.isEmpty()) {
      return "";
    }
    return ShownOutput.lastLine(run.outputs(cell.getAsInt())).map(RunView::cut).orElse("");
  }

  /**
   * Looks at outputs and log: what is new; empty if nothing is. To be asked only while somebody has
   * the run open.
   */
  Optional<JsonObject> renewOutputs() {
    Map<String, ShownOutput> now = outputsNow();
    String logNow = LogTail.of(run.folder());
    Map<String, JsonValue> changes = new HashMap<>();
    now.forEach(
        (key, output) -> {
          ShownOutput old = outputs.get(key);
          if (old == null || !old.equals(output)) {
            changes.put(key, old == null ? output.toJson() : output.since(old));
          }
        });
    boolean sameKeys = List.copyOf(now.keySet()).equals(List.copyOf(outputs.keySet()));
    boolean sameLog = logNow.equals(log);
    outputs = now;
    log = logNow;
    if (changes.isEmpty() && sameKeys && sameLog) {
      return Optional.empty();
    }
    return Optional.of(
        JsonObject.build(
            o -> {
              o.put("outputs", new JsonObject(changes));
              if (!sameKeys) {
                o.put("order", JsonArray.ofStrings(List.copyOf(now.keySet())));
              }
              if (!sameLog) {
                o.put("log", logNow);
              }
            }));
  }

  /** The image that one of its outputs shows now. */
  Optional<ShownOutput.Image> image(String key) {
    return output(key).flatMap(ShownOutput::image);
  }

  /** The HTML that one of its outputs shows now. */
  Optional<String> html(String key) {
    return output(key).flatMap(ShownOutput::html);
  }

  private Optional<Output> output(String key) {
    return ShownOutput.place(key)
        .filter(place -> place[1] < run.outputs(place[0]).size())
        .map(place -> run.outputs(place[0]).get(place[1]));
  }

  /** All outputs that are shown, as they were at the last look. */
  JsonObject outputs() {
    return JsonObject.build(
        o ->
            o.put(
                    "outputs",
                    JsonObject.build(
                        all -> outputs.forEach((key, output) -> all.put(key, output.toJson()))))
                .put("order", JsonArray.ofStrings(List.copyOf(outputs.keySet())))
                .put("log", log));
  }

  /** The last ones, of whichever cells. */
  private Map<String, ShownOutput> outputsNow() {
    List<ShownOutput> last = new ArrayList<>();
    for (int cell = lastCell(); cell >= 0 && last.size() < MOST_OUTPUTS; cell--) {
      List<ShownOutput> shown = ShownOutput.of(cell, run.outputs(cell));
      last.addAll(0, shown.subList(Math.max(0, shown.size() - MOST_OUTPUTS), shown.size()));
    }
    Map<String, ShownOutput> byKey = new LinkedHashMap<>();
    if (run.isTooLong()) {
      ShownOutput note =
          ShownOutput.note("More than 32 MB came out: the rest will be in the report.");
      byKey.put(note.key(), note);
    }
    last.forEach(output -> byKey.put(output.key(), output));
    return byKey;
  }

  private int lastCell() {
    return run.runningCell()
        .orElse(Math.min(run.finishedCells(), run.notebook().cells().size()) - 1);
  }
}
