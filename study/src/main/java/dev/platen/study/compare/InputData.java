package dev.platen.study.compare;

import dev.platen.hash.Sha256;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.run.provenance.FileRecord;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.ledger.RunInputs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the runs of a template depended on. Nearly always all of it is the same in all runs: that is
 * only counted, and of a run is written which of the others it has. A run under way tells what it
 * used only when it ends: it is left out, for what isn't known yet is no difference. A kernel that
 * was lost never told: of its run only the template counts.
 */
final class InputData {
  /** How often facts of one kind may be named in all; beyond, one hash stands for the kind. */
  static final int MOST_OF_A_KIND = 20_000;

  private static final int HASH = 12;

  /** What is known before a kernel starts. */
  private static final Set<String> OF_TEMPLATE = Set.of("template", "cell");

  /** Of one source, and of all that a template's section shows. */
  private static final int MOST_SOURCE = 20_000;

  private static final int MOST_SOURCES = 500_000;

  /** So many are looked for: where every run has files of its own, none is worth the search. */
  private static final int MOST_FILES = 200;

  private final RunShelf shelf;
  private final Map<RunInputs, Integer> index = new LinkedHashMap<>();
  private final List<JsonValue> ofRuns = new ArrayList<>();
  private final List<List<InputFact>> facts = new ArrayList<>();
  private final Map<InputFact, String> sources = new HashMap<>();
  private final List<PastRun> examples = new ArrayList<>();
  private final long told;
  private int sourceChars;

  InputData(List<PastRun> runs, RunShelf shelf) {
    this.shelf = shelf;
    // Equal inputs are one object as the ledger reads them: to compare all of each takes its time.
    IdentityHashMap<RunInputs, Integer> byIdentity = new IdentityHashMap<>();
    for (PastRun run : runs) {
      ofRuns.add(
          RunGroup.hasEnded(run)
              ? JsonNumber.of(byIdentity.computeIfAbsent(run.inputs(), inputs -> place(run)))
              : JsonNull.NULL);
    }
    told = examples.stream().filter(run -> run.inputs().areTold()).count();
    addCells();
  }

  private int place(PastRun run) {
    Integer known = index.putIfAbsent(run.inputs(), index.size());
    if (known != null) {
      return known;
    }
    facts.add(new ArrayList<>(InputFact.of(run.inputs())));
    examples.add(run);
    return index.size() - 1;
  }

  /** Only if every code's cells are known: else a cell would seem to be missing somewhere. */
  private void addCells() {
    Map<String, List<InputFact>> byCode = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    for (PastRun run : examples) {
      String code = run.inputs().codeSha256();
      if (!byCode.containsKey(code)) {
        if (byCode.size() >= RunShelf.MOST_NOTEBOOKS) {
          return;
        }
        byCode.put(code, List.of());
      }
    }
    if (byCode.size() < 2) {
      return;
    }
    for (PastRun run : examples) {
      String code = run.inputs().codeSha256();
      if (byCode.getOrDefault(code, List.of()).isEmpty()) {
        Optional<List<CellPlace>> cells = shelf.cells(run);
        if (code.isEmpty() || cells.isEmpty()) {
          return;
        }
        byCode.put(code, cellFacts(cells.get(), names));
      }
    }
    for (int i = 0; i < examples.size(); i++) {
      facts.get(i).addAll(byCode.getOrDefault(examples.get(i).inputs().codeSha256(), List.of()));
    }
  }

  /** A cell keeps its name though it may have moved. */
  private List<InputFact> cellFacts(List<CellPlace> places, Map<String, String> names) {
    List<InputFact> cells = new ArrayList<>();
    for (CellPlace place : places) {
      if (place.code()) {
        String name = names.computeIfAbsent(place.id(), id -> place.name());
        InputFact fact = new InputFact("cell", name, place.hash());
        cells.add(fact);
        sources.put(fact, place.source());
      }
    }
    return cells.stream().distinct().toList();
  }

  /** The files that not all runs have, as they were, if they are still to be found. */
  private void addFiles(Map<InputFact, Integer> counts) {
    SourceFiles files = new SourceFiles();
    Set<InputFact> sought = new HashSet<>();
    for (PastRun run : examples) {
      List<FileRecord> imported =
          run.inputs().python().map(RunInputs.Python::imported).orElse(List.of());
      for (FileRecord file : imported) {
        InputFact fact = InputFact.code(file);
        if (differs(fact, counts) && sought.size() < MOST_FILES && sought.add(fact)) {
          files.read(run, file, MOST_SOURCE).ifPresent(text -> sources.put(fact, text));
        }
      }
    }
  }

  /** Writes it among a template's members, unless nothing is known of any run. */
  void addTo(JsonObject.Builder head) {
    if (facts.stream().allMatch(List::isEmpty)) {
      return;
    }
    Map<InputFact, Integer> counts = counts();
    shorten(counts);
    Map<InputFact, Integer> left = counts();
    addFiles(left);
    Map<String, Integer> same = new LinkedHashMap<>();
    List<JsonValue> different = new ArrayList<>();
    Map<InputFact, Integer> number = new HashMap<>();
    left.forEach(
        (fact, count) -> {
          if (!differs(fact, left)) {
            same.merge(fact.kind(), 1, Integer::sum);
          } else {
            number.put(fact, different.size());
            different.add(json(fact));
          }
        });
    List<JsonValue> sets = new ArrayList<>();
    for (List<InputFact> of : facts) {
      sets.add(
          TemplateData.numbers(
              of.stream()
                  .filter(number::containsKey)
                  .map(f -> number.getOrDefault(f, 0))
                  .toList()));
    }
    head.put("sameInputs", JsonObject.build(o -> same.forEach(o::put)));
    head.put("inputs", new JsonArray(different));
    head.put("inputSets", new JsonArray(sets));
    head.put("inputsOf", new JsonArray(ofRuns));
    List<Integer> untold =
        IntStream.range(0, facts.size()).filter(set -> !tells(set, "code")).boxed().toList();
    if (!untold.isEmpty()) {
      head.put("inputsUntold", TemplateData.numbers(untold));
    }
  }

  /** By fact how many sets have it, of those that tell of its kind. */
  private Map<InputFact, Integer> counts() {
    Map<InputFact, Integer> counts = new LinkedHashMap<>();
    for (int set = 0; set < facts.size(); set++) {
      for (InputFact fact : facts.get(set)) {
        if (tells(set, fact.kind())) {
          counts.merge(fact, 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  /** Whether a set that tells of its kind doesn't have it. */
  private boolean differs(InputFact fact, Map<InputFact, Integer> counts) {
    long tellers = OF_TEMPLATE.contains(fact.kind()) || told == 0 ? facts.size() : told;
    return counts.getOrDefault(fact, 0) < tellers;
  }

  private boolean tells(int set, String kind) {
    return OF_TEMPLATE.contains(kind) || told == 0 || examples.get(set).inputs().areTold();
  }

  private void shorten(Map<InputFact, Integer> counts) {
    Map<String, Integer> byKind = new HashMap<>();
    counts.forEach(
        (fact, count) -> {
          if (differs(fact, counts)) {
            byKind.merge(fact.kind(), count, Integer::sum);
          }
        });
    Set<String> large = new HashSet<>();
    byKind.forEach(
        (kind, count) -> {
          if (count > MOST_OF_A_KIND) {
            large.add(kind);
          }
        });
    for (String kind : large) {
      facts.forEach(of -> shorten(of, kind));
    }
  }

  private static void shorten(List<InputFact> facts, String kind) {
    List<InputFact> of = facts.stream().filter(fact -> fact.kind().equals(kind)).toList();
    facts.removeAll(new HashSet<>(of));
    String all = of.toString();
    String hash = Sha256.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
    facts.add(new InputFact(kind, "all of them, too many to name", of.size() + ": " + hash));
  }

  private JsonValue json(InputFact fact) {
    List<String> texts = new ArrayList<>(List.of(fact.kind(), fact.name(), fact.value()));
    String source = sources.getOrDefault(fact, "");
    if (source.length() <= MOST_SOURCE && sourceChars + source.length() <= MOST_SOURCES) {
      sourceChars += source.length();
      if (sources.containsKey(fact)) {
        texts.add(source);
      }
    }
    return JsonArray.ofStrings(texts);
  }
}
