package dev.platen.study.ledger;

import dev.platen.execute.RunStatus;
import dev.platen.run.RunFolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which runs newer ones took the place of. */
final class Succession {
  private record Place(String template, List<String> names, List<Object> values, int repeat) {}

  private Succession() {}

  /** Those of the runs that are superseded; the runs come newest first. */
  static Set<RunFolder> superseded(List<PastRun> newestFirst) {
    Set<Place> taken = new HashSet<>();
    Set<RunFolder> superseded = new HashSet<>();
    for (PastRun run : newestFirst) {
      // A run of its own, which no study asked for, is in nobody's way.
      if (run.trial().isEmpty() || isUnderWay(run.status())) {
        continue;
      }
      Place place = place(run, run.trial().get());
      if (taken.contains(place)) {
        superseded.add(run.folder());
      } else if (run.sealed() && run.status() != RunStatus.INTERRUPTED) {
        taken.add(place);
      }
    }
    return superseded;
  }

  private static boolean isUnderWay(RunStatus status) {
    return status == RunStatus.RUNNING || status == RunStatus.PENDING;
  }

  private static Place place(PastRun run, TrialMark mark) {
    List<String> names = new ArrayList<>(mark.varied());
    names.addAll(mark.seed());
    names.sort(null);
    List<Object> values = new ArrayList<>(names.size());
    for (String name : names) {
      values.add(run.parameters().value(name).map(Loose::of).orElse(""));
    }
    return new Place(run.template(), names, values, mark.seed().isEmpty() ? mark.repeat() : 0);
  }
}
