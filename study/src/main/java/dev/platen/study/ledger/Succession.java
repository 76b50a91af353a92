package dev.platen.study.ledger;

import dev.platen.execute.RunStatus;
import dev.platen.run.RunFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which runs newer ones took the place of. */
final class Succession {
  private record Place(String template, List<String> names, List<Object> values, int repeat) {}

  private Succession() {}

  /** By superseded run the one that took its place; the runs come newest first. */
  static Map<RunFolder, PastRun> successors(List<PastRun> newestFirst) {
    Map<Place, PastRun> taken = new HashMap<>();
    Map<RunFolder, PastRun> successors = new HashMap<>();
    for (PastRun run : newestFirst) {
      // A run of its own, which no study asked for, is in nobody's way.
      if (run.trial().isEmpty() || isUnderWay(run.status())) {
        continue;
      }
      Place place = place(run, run.trial().get());
      PastRun newer = taken.get(place);
      if (newer != null) {
        successors.put(run.folder(), newer);
      } else if (run.isTrusted() && run.status() != RunStatus.INTERRUPTED) {
        taken.put(place, run);
      }
    }
    return successors;
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
