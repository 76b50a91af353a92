package dev.platen.study.serve;

import dev.platen.fault.Fault;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.run.RunFolder;
import dev.platen.run.RunRecovery;
import dev.platen.study.compare.RunLinks;
import dev.platen.study.ledger.Ledger;
import dev.platen.study.ledger.PastRun;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The runs under way in some folders, and what followers are told of them. Confined to one thread.
 */
final class LiveRuns {
  /** So often it is asked whether a run's Platen lives, and what no journal tells. */
  private static final Duration SLOW = Duration.ofSeconds(1);

  private final RunLinks links;
  private final Map<Path, RunView> views = new LinkedHashMap<>();
  private final Set<Path> dead = new HashSet<>();
  private List<RunFolder> candidates = List.of();
  private Instant nextSlow = Instant.MIN;

  LiveRuns(RunLinks links) {
    this.links = links;
  }

  /** Takes what the ledgers have that isn't sealed, the oldest of a folder first. */
  void known(List<Ledger> ledgers) {
    List<RunFolder> unsealed = new ArrayList<>();
    for (Ledger ledger : ledgers) {
      int first = unsealed.size();
      for (PastRun run : ledger.runs()) {
        if (!run.sealed() && !dead.contains(run.folder().path())) {
          unsealed.add(first, run.folder());
        }
      }
    }
    candidates = unsealed;
  }

  Optional<RunView> view(String name) {
    return views.values().stream().filter(view -> view.name().equals(name)).findFirst();
  }

  /** Looks again, and tells those who follow. */
  void look(Instant now, Collection<Subscriber> subscribers) {
    boolean slow = !now.isBefore(nextSlow);
    if (slow) {
      nextSlow = now.plus(SLOW);
    }
    List<String> gone = slow ? removeEnded() : List.of();
    Set<RunView> begun = slow ? begin() : Set.of();
    Map<RunView, JsonObject> words = new HashMap<>();
    Map<RunView, JsonObject> outputs = new HashMap<>();
    for (RunView view : views.values()) {
      view.renewWords(slow || begun.contains(view)).ifPresent(news -> words.put(view, news));
      if (subscribers.stream().anyMatch(s -> s.wants(view.name()))) {
        view.renewOutputs().ifPresent(news -> outputs.put(view, news));
      }
    }
    for (Subscriber subscriber : subscribers) {
      Map<String, JsonValue> news = new LinkedHashMap<>();
      for (RunView view : views.values()) {
        String name = view.name();
        JsonObject ofRun = words.getOrDefault(view, JsonObject.EMPTY);
        if (subscriber.wants(name) && outputs.containsKey(view)) {
          ofRun = ofRun.with("out", outputs.get(view));
        }
        if (!ofRun.isEmpty()) {
          news.put(name, ofRun);
        }
      }
      if (!news.isEmpty() || !gone.isEmpty()) {
        subscriber.offer("runs", message(news, gone, false, now));
      }
    }
  }

  /**
   * Tells one who begins to follow all there is.
   *
   * @param others who must not miss what is new by this
   */
  void tellAll(Instant now, Subscriber subscriber, Collection<Subscriber> others) {
    Map<String, JsonValue> all = new LinkedHashMap<>();
    for (RunView view : views.values()) {
      String name = view.name();
      JsonObject words = view.words();
      if (subscriber.wants(name)) {
        if (others.stream().noneMatch(s -> s.wants(name))) {
          var unused = view.renewOutputs();
        }
        words = words.with("out", view.outputs());
      }
      all.put(name, words);
    }
    subscriber.offer("runs", message(all, List.of(), true, now));
  }

  private static String message(
      Map<String, JsonValue> runs, List<String> gone, boolean all, Instant now) {
    return JsonWriter.compactText(
        JsonObject.build(
            o ->
                o.put("now", now.toString())
                    .put("all", all)
                    .put("runs", new JsonObject(runs))
                    .put("gone", JsonArray.ofStrings(gone))));
  }

  private List<String> removeEnded() {
    List<String> gone = new ArrayList<>();
    views
        .values()
        .removeIf(
            view -> {
              boolean ended = !view.run().isAlive();
              if (ended) {
                gone.add(view.name());
                dead.add(view.run().folder().path());
              }
              return ended;
            });
    return gone;
  }

  private Set<RunView> begin() {
    Set<RunView> begun = new HashSet<>();
    List<RunFolder> later = new ArrayList<>();
    for (RunFolder folder : candidates) {
      if (views.containsKey(folder.path())) {
        continue;
      }
      if (!RunRecovery.isAlive(folder)) {
        dead.add(folder.path());
        continue;
      }
      try {
        RunView view = new RunView(RunFollower.of(folder), links.name(folder));
        views.put(folder.path(), view);
        begun.add(view);
      } catch (Fault fault) {
        // Its notebook isn't there yet; the next look may find it.
        later.add(folder);
      }
    }
    candidates = later;
    return begun;
  }
}
