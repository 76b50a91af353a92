package dev.platen.study.compare;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.study.ledger.PastRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Which figures the runs of a template have. A figure is the same in all of them if its cell has
 * the same id: numbers move when a cell is added. Runs with the same files share one entry.
 */
final class FigureData {
  private record Named(String figure, String file) {}

  private final RunShelf shelf;
  private final Map<String, JsonObject> figures = new LinkedHashMap<>();
  private final Map<String, Integer> figureIndex = new HashMap<>();
  private final Map<Named, Integer> files = new LinkedHashMap<>();
  private final Map<List<Integer>, Integer> sets = new LinkedHashMap<>();
  private final List<Integer> ofRuns = new ArrayList<>();

  FigureData(List<PastRun> runs, RunShelf shelf) {
    this.shelf = shelf;
    Map<RunShelf.Layout, Integer> known = new HashMap<>();
    for (PastRun run : runs) {
      ofRuns.add(known.computeIfAbsent(shelf.layout(run), layout -> set(run, layout.figures())));
    }
  }

  private int set(PastRun run, List<String> names) {
    return indexOf(sets, names.stream().map(name -> file(run, name)).toList());
  }

  /** Writes it among a template's members, unless no run has a figure. */
  void addTo(JsonObject.Builder head) {
    if (figures.isEmpty()) {
      return;
    }
    List<JsonValue> pairs = new ArrayList<>();
    files
        .keySet()
        .forEach(
            file ->
                pairs.add(
                    new JsonArray(
                        List.of(
                            JsonNumber.of(figureIndex.getOrDefault(file.figure(), 0)),
                            new JsonString(file.file())))));
    List<JsonValue> all = new ArrayList<>();
    sets.keySet().forEach(set -> all.add(TemplateData.numbers(set)));
    head.put("figures", new JsonArray(new ArrayList<>(figures.values())));
    head.put("figureFiles", new JsonArray(pairs));
    head.put("figureSets", new JsonArray(all));
    head.put("figuresOf", TemplateData.numbers(ofRuns));
  }

  private int file(PastRun run, String name) {
    Matcher parts = RunShelf.FIGURE.matcher(name);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no figure's name: " + name);
    }
    int cell = Integer.parseInt(parts.group(1));
    int nth = Integer.parseInt(parts.group(2));
    Optional<CellPlace> place =
        shelf
            .cells(run)
            .filter(cells -> cell >= 1 && cell <= cells.size())
            .map(cells -> cells.get(cell - 1));
    String id = place.map(CellPlace::id).orElse("cell-" + cell) + "/" + nth;
    if (!figureIndex.containsKey(id)) {
      figureIndex.put(id, figures.size());
      figures.put(id, described(id, cell, nth, place));
    }
    return indexOf(files, new Named(id, name));
  }

  private static JsonObject described(String id, int cell, int nth, Optional<CellPlace> place) {
    return JsonObject.build(
        o -> {
          o.put("id", id).put("cell", cell).put("nth", nth);
          place
              .map(CellPlace::heading)
              .filter(t -> !t.isEmpty())
              .ifPresent(t -> o.put("heading", t));
          place.map(CellPlace::label).filter(t -> !t.isEmpty()).ifPresent(t -> o.put("label", t));
          place.map(CellPlace::words).filter(t -> !t.isEmpty()).ifPresent(t -> o.put("words", t));
        });
  }

  private static <K> int indexOf(Map<K, Integer> map, K key) {
    Integer known = map.putIfAbsent(key, map.size());
    return known == null ? map.size() - 1 : known;
  }
}
