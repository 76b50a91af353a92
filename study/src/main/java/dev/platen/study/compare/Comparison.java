package dev.platen.study.compare;

import dev.platen.study.label.RunMark;
import dev.platen.study.ledger.BrokenFolder;
import dev.platen.study.ledger.PastRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All runs below a folder, sorted out: by template, the one with the most runs first; within it the
 * oldest first.
 *
 * @param links where the runs are, seen from the page
 * @param broken what looks like a run but can't be read or trusted
 * @param race which points got no further repeats, and why
 * @param marks what people noted of a run; equal if they noted the same
 * @param points kept from one comparison of the same folder to the next
 */
record Comparison(
    RunLinks links,
    List<PastRun> runs,
    Predicate<PastRun> isSuperseded,
    List<BrokenFolder> broken,
    List<String> race,
    Function<PastRun, RunMark> marks,
    PointCache points) {
  private static final Comparator<PastRun> BY_AGE =
      Comparator.comparing(PastRun::started).thenComparing(run -> run.folder().path().toString());

  Comparison {
    broken = List.copyOf(broken);
    runs = runs.stream().sorted(BY_AGE).toList();
  }

  Comparison(
      Path dir,
      List<PastRun> runs,
      Predicate<PastRun> isSuperseded,
      List<BrokenFolder> broken,
      List<String> race) {
    this(
        new RunLinks(dir), runs, isSuperseded, broken, race, run -> RunMark.NONE, new PointCache());
  }

  /** Whether the page of the other would be the same. */
  boolean isShownBy(Comparison other) {
    return runs.equals(other.runs)
        && broken.equals(other.broken)
        && race.equals(other.race)
        && marks.equals(other.marks);
  }

  List<ComparedTemplate> templates() {
    points.begin();
    Map<String, List<PastRun>> byTemplate = new LinkedHashMap<>();
    for (PastRun run : runs) {
      byTemplate.computeIfAbsent(run.template(), unused -> new ArrayList<>()).add(run);
    }
    List<ComparedTemplate> compared = new ArrayList<>();
    byTemplate.forEach((t, of) -> compared.add(ComparedTemplate.of(t, of, isSuperseded, points)));
    compared.sort(Comparator.comparing(c -> -c.current().size()));
    return compared;
  }
}
