package dev.platen.study.compare;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.study.ledger.PastRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which texts and tables the runs of a template showed, and what they said. The same content is
 * written once, however many runs have it. Runs are taken in as long as the budget lasts; of the
 * others the page says that their reports have them.
 */
final class OutputData {
  private final TextBudget budget;
  private final Map<String, JsonObject> outputs = new LinkedHashMap<>();
  private final Map<String, Integer> outputIndex = new HashMap<>();
  private final Map<JsonValue, Integer> contents = new LinkedHashMap<>();
  private final IdentityHashMap<PastRun, JsonValue> byRun = new IdentityHashMap<>();
  private final List<PastRun> runs;

  /**
   * Reads them.
   *
   * @param runs in the order of the page
   * @param wanted the same, those first that are most likely looked at
   */
  OutputData(List<PastRun> runs, List<PastRun> wanted, RunShelf shelf, TextBudget budget) {
    this.runs = runs;
    this.budget = budget;
    for (PastRun run : wanted) {
      if (RunGroup.hasEnded(run) && budget.mayRead(shelf.notebookBytes(run))) {
        List<RunOutput> of = shelf.outputs(run);
        if (mayTake(of)) {
          byRun.put(run, numbers(of));
        }
      }
    }
  }

  private boolean mayTake(List<RunOutput> of) {
    int size = 0;
    for (RunOutput output : of) {
      if (!contents.containsKey(output.content())) {
        size += output.size();
      }
    }
    return budget.mayTake(size);
  }

  /** Of each output its number, its cell's, and its content's. */
  private JsonValue numbers(List<RunOutput> of) {
    List<Integer> numbers = new ArrayList<>();
    for (RunOutput output : of) {
      String id = output.id();
      if (!outputIndex.containsKey(id)) {
        outputIndex.put(id, outputs.size());
        outputs.put(id, described(output));
      }
      contents.putIfAbsent(output.content(), contents.size());
      numbers.add(outputIndex.getOrDefault(id, 0));
      numbers.add(output.place().number());
      numbers.add(contents.getOrDefault(output.content(), 0));
    }
    return TemplateData.numbers(numbers);
  }

  /** Writes it among a template's members, unless no run showed anything. */
  void addTo(JsonObject.Builder head) {
    if (outputs.isEmpty()) {
      return;
    }
    head.put("outputs", new JsonArray(new ArrayList<>(outputs.values())));
    head.put("outputContents", new JsonArray(new ArrayList<>(contents.keySet())));
    head.put(
        "outputsOf",
        new JsonArray(runs.stream().map(run -> byRun.getOrDefault(run, JsonNull.NULL)).toList()));
  }

  private static JsonObject described(RunOutput output) {
    CellPlace place = output.place();
    return JsonObject.build(
        o -> {
          o.put("id", output.id()).put("kind", output.isTable() ? "table" : "text");
          o.put("cell", JsonNumber.of(place.number())).put("nth", JsonNumber.of(output.nth()));
          if (!place.heading().isEmpty()) {
            o.put("heading", place.heading());
          }
          if (!place.label().isEmpty()) {
            o.put("label", place.label());
          }
        });
  }
}
