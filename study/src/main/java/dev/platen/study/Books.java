package dev.platen.study;

import dev.platen.run.RunFolder;
import dev.platen.run.RunRecovery;
import dev.platen.storage.StorageFaults;
import dev.platen.study.ledger.Ledger;
import dev.platen.study.ledger.PastRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of the runs in the study's folder. Read anew only when another driver worked in it:
 * of its own runs the study knows already what became of them. Safe for any thread.
 */
final class Books {
  private final Set<Path> own = new HashSet<>();
  private final Set<Path> finishedBefore = new HashSet<>();
  private Ledger ledger;
  private Set<Path> known;
  private List<RunFolder> open;

  Books(Ledger ledger) {
    this.ledger = ledger;
    this.known = known(ledger);
    this.open = open(ledger);
    ledger.runs().stream()
        .filter(PastRun::sealed)
        .forEach(run -> finishedBefore.add(run.folder().path()));
  }

  private static Set<Path> known(Ledger ledger) {
    Set<Path> known = new HashSet<>();
    ledger.runs().forEach(run -> known.add(run.folder().path()));
    ledger.broken().forEach(each -> known.add(each.folder().path()));
    return known;
  }

  private static List<RunFolder> open(Ledger ledger) {
    return ledger.runs().stream().filter(run -> !run.sealed()).map(PastRun::folder).toList();
  }

  /** The ledger as it was last read. */
  synchronized Ledger ledger() {
    return ledger;
  }

  /** A folder that this study makes itself. */
  synchronized void add(RunFolder folder) {
    own.add(folder.path());
  }

  /** The study's own folders. */
  synchronized Set<Path> own() {
    return Set.copyOf(own);
  }

  /** Whether another driver finished the run, since this study began. */
  synchronized boolean isByAnother(PastRun run) {
    Path folder = run.folder().path();
    return !finishedBefore.contains(folder) && !own.contains(folder);
  }

  /** One of the study's own runs, now that it has ended. */
  Optional<PastRun> look(RunFolder folder) {
    return ledger().look(folder);
  }

  /** Looks whether others made or finished runs, and reads what they did. */
  synchronized void update() {
    if (othersFinished() || othersBegan()) {
      ledger = ledger.refresh();
      known = known(ledger);
      open = open(ledger);
    }
  }

  /**
   * Finishes what drivers left that were killed since this study began.
   *
   * @return those that are finished now
   */
  synchronized List<RunFolder> finishLeft() {
    List<RunFolder> finished = new ArrayList<>();
    for (RunFolder folder : open) {
      if (!own.contains(folder.path())
          && RunRecovery.attempt(folder, own).finding() == RunRecovery.Finding.RECOVERED) {
        finished.add(folder);
      }
    }
    return finished;
  }

  private boolean othersFinished() {
    return open.stream().anyMatch(folder -> !own.contains(folder.path()) && folder.isFinished());
  }

  private boolean othersBegan() {
    try (Stream<Path> children = Files.list(ledger.dir())) {
      return children
          .filter(path -> path.getFileName().toString().contains("~"))
          .anyMatch(path -> !known.contains(path) && !own.contains(path));
    } catch (IOException e) {
      throw StorageFaults.reading(ledger.dir(), e);
    }
  }
}
