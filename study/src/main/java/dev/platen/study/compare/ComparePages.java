package dev.platen.study.compare;

import dev.platen.fault.Fault;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import dev.platen.parameter.Parameters;
import dev.platen.run.RunFolder;
import dev.platen.storage.StorageFaults;
import dev.platen.study.label.RunMark;
import dev.platen.study.label.RunMarks;
import dev.platen.study.ledger.BrokenFolder;
import dev.platen.study.ledger.Ledger;
import dev.platen.study.ledger.PastRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes {@code index.html} and {@code runs.csv} beside the run folders. Whoever keeps one of these
 * pays for new runs only when both are written again.
 */
public final class ComparePages {
  private final RunCache<byte[]> csvRows = new RunCache<>();
  private final PageCache known = new PageCache();
  private final PointCache points = new PointCache();

  /**
   * Reads all runs of a folder and writes both files into it.
   *
   * @return where the page is
   * @throws dev.platen.fault.Fault a storage fault
   */
  public static Path update(Path outDir) {
    return update(Ledger.read(outDir));
  }

  /** Writes both files of runs that were read already, once. */
  public static Path update(Ledger ledger) {
    return new ComparePages().write(ledger);
  }

  /**
   * Writes both files of the runs of several folders, once.
   *
   * @param dir where the files go; it is there already
   */
  public static Written update(List<Ledger> ledgers, Path dir) {
    return new ComparePages().write(ledgers, dir.toAbsolutePath().normalize());
  }

  /**
   * What was written.
   *
   * @param runs how many count: superseded ones don't
   * @param notCounted the folders that don't, and why
   */
  public record Written(Path page, int runs, List<BrokenFolder> notCounted) {}

  /** Writes both files of runs that were read already. Not to be called by two threads at once. */
  public Path write(Ledger ledger) {
    return write(List.of(ledger), ledger.dir()).page();
  }

  private Written write(List<Ledger> ledgers, Path dir) {
    Comparison comparison = comparison(ledgers, new RunLinks(dir), points);
    RunsCsv.write(comparison, csvRows, dir.resolve("runs.csv"));
    Path page = dir.resolve("index.html");
    ComparePage.write(comparison, known, page);
    long runs = comparison.runs().stream().filter(comparison.isSuperseded().negate()).count();
    return new Written(page, (int) runs, comparison.broken());
  }

  /** The page alone, as it lies beside the runs. */
  public static void writePage(Ledger ledger, OutputStream out) throws IOException {
    Comparison comparison =
        comparison(List.of(ledger), new RunLinks(ledger.dir()), new PointCache());
    ComparePage.write(comparison, new PageCache(), out);
  }

  /**
   * The rows of runs.csv alone.
   *
   * @param dir to which paths are relative
   */
  public static void writeCsv(Ledger ledger, Path dir, OutputStream out) throws IOException {
    RunsCsv.write(
        comparison(List.of(ledger), new RunLinks(dir), new PointCache()), new RunCache<>(), out);
  }

  /**
   * The best point of a template's runs against the next best, in words.
   *
   * @param template as the runs have it
   * @return empty without a goal, or as long as there are no two points to compare
   */
  public static Optional<String> verdict(Ledger ledger, String template) {
    return comparison(List.of(ledger), new RunLinks(ledger.dir()), new PointCache())
        .templates()
        .stream()
        .filter(runs -> runs.template().equals(template))
        .findFirst()
        .flatMap(ComparedTemplate::ranking)
        .flatMap(Ranking::words);
  }

  /**
   * A run whose seal is broken is shown among the broken folders; nothing is taken from it. Of a
   * run that was copied from folder to folder one counts: copies are no repeats.
   */
  static Comparison comparison(List<Ledger> ledgers, RunLinks links, PointCache points) {
    List<PastRun> runs = new ArrayList<>();
    List<BrokenFolder> broken = new ArrayList<>();
    List<String> race = new ArrayList<>();
    Map<Path, RunMarks> marks = new HashMap<>();
    Set<PastRun> superseded = Collections.newSetFromMap(new IdentityHashMap<>());
    Map<SameRun, Path> copied = new HashMap<>();
    for (Ledger ledger : ledgers) {
      RunMarks noted = marks(ledger.dir(), broken);
      if (!noted.equals(RunMarks.NONE)) {
        marks.put(ledger.dir(), noted);
      }
      broken.addAll(ledger.broken());
      race.addAll(race(ledger.dir()));
      for (PastRun run : ledger.runs()) {
        if (!isBelieved(run)) {
          broken.add(new BrokenFolder(run.folder(), "its seal is broken: " + run.sealIssue()));
          continue;
        }
        Path first = ledgers.size() > 1 ? copied.putIfAbsent(SameRun.of(run), ledger.dir()) : null;
        if (first == null) {
          runs.add(run);
          if (ledger.isSuperseded(run)) {
            superseded.add(run);
          }
        } else {
          broken.add(new BrokenFolder(run.folder(), "a copy: the run lies in " + first + " too"));
        }
      }
    }
    return new Comparison(
        links, runs, superseded::contains, broken, race, new MarksByFolder(marks), points);
  }

  /** What a run keeps wherever it is copied to; ids alone are alike now and then. */
  private record SameRun(String id, Instant started, String template, Parameters parameters) {
    static SameRun of(PastRun run) {
      return new SameRun(run.id(), run.started(), run.template(), run.parameters());
    }
  }

  /** What was noted of the runs of several folders; a value, so that changes are seen. */
  private record MarksByFolder(Map<Path, RunMarks> byFolder) implements Function<PastRun, RunMark> {
    @Override
    public RunMark apply(PastRun run) {
      // Nearly always nobody noted anything, and ten thousand runs ask.
      return byFolder.isEmpty()
          ? RunMark.NONE
          : byFolder.getOrDefault(run.folder().path().getParent(), RunMarks.NONE).of(run.id());
    }
  }

  /** Runs are shown without their labels rather than not at all. */
  private static RunMarks marks(Path dir, List<BrokenFolder> broken) {
    try {
      return RunMarks.read(dir);
    } catch (Fault e) {
      Path file = dir.resolve(RunMarks.FILE);
      broken.add(new BrokenFolder(new RunFolder(file), String.valueOf(e.getMessage())));
      return RunMarks.NONE;
    }
  }

  /** The study notes its decisions beside the runs; without a race there are none. */
  private static List<String> race(Path dir) {
    Path file = dir.resolve("race.json");
    try {
      return JsonReader.read(Files.readAllBytes(file)) instanceof JsonArray decisions
          ? decisions.values().stream()
              .filter(JsonObject.class::isInstance)
              .map(JsonObject.class::cast)
              .filter(decision -> decision.isTrue("drop"))
              .map(decision -> decision.text("words"))
              .toList()
          : List.of();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (JsonSyntaxException e) {
      return List.of("race.json can't be read: " + e.getMessage());
    } catch (IOException e) {
      throw StorageFaults.reading(file, e);
    }
  }

  private static boolean isBelieved(PastRun run) {
    return run.sealIssue().isEmpty();
  }
}
