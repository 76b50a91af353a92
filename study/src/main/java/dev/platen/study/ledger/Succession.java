package dev.platen.study.ledger;

import dev.platen.execute.RunStatus;
import dev.platen.run.RunFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which runs newer ones took the place of. Keeps which run stands in which place, for the next time
 * that the same runs are looked at; a run is the same object then.
 */
final class Succession {
  private record Place(String template, List<String> names, List<Object> values, int repeat) {}

  private final IdentityHashMap<PastRun, Place> places = new IdentityHashMap<>();
  private final Map<Place, Place> one;

  private Succession(Map<Place, Place> one) {
    this.one = one;
  }

  /**
   * Who took whose place.
   *
   * @param next to ask the next time
   */
  record Found(Map<RunFolder, PastRun> successors, Succession next) {}

  static Succession empty() {
    return new Succession(new HashMap<>());
  }

  /** By superseded run the one that took its place; the runs come newest first. */
  Found successors(List<PastRun> newestFirst) {
    Succession next = new Succession(one);
    IdentityHashMap<Place, PastRun> taken = new IdentityHashMap<>();
    Map<RunFolder, PastRun> successors = new HashMap<>();
    for (PastRun run : newestFirst) {
      // A run of its own, which no study asked for, is in nobody's way.
      if (run.trial().isEmpty() || isUnderWay(run.status())) {
        continue;
      }
      Place known = places.get(run);
      Place place = known == null ? one(place(run, run.trial().get())) : known;
      next.places.put(run, place);
      PastRun newer = taken.get(place);
      if (newer != null) {
        successors.put(run.folder(), newer);
      } else if (run.isTrusted() && run.status() != RunStatus.INTERRUPTED) {
        taken.put(place, run);
      }
    }
    return new Found(successors, next);
  }

  /** Of equal places the one that was there first: then they needn't be compared again. */
  private Place one(Place place) {
    return one.computeIfAbsent(place, same -> same);
  }

  private static boolean isUnderWay(RunStatus status) {
    return status == RunStatus.RUNNING || status == RunStatus.PENDING;
  }

  private static Place place(PastRun run, TrialMark mark) {
    List<String> names = List.copyOf(mark.names());
    List<Object> values = new ArrayList<>(names.size());
    for (String name : names) {
      values.add(run.parameters().value(name).map(Loose::of).orElse(""));
    }
    return new Place(run.template(), names, values, mark.seed().isEmpty() ? mark.repeat() : 0);
  }
}
