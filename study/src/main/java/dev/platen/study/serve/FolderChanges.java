package dev.platen.study.serve;

import dev.platen.run.RunFolder;
import dev.platen.study.ledger.Ledger;
import dev.platen.study.ledger.PastRun;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells by a few looks whether there is anything new in a folder of ten thousand runs: the folder's
 * own time changes with each run that is made; what goes on inside is looked for only in runs that
 * aren't sealed. Works on file systems that tell nobody of changes. Confined to one thread.
 */
final class FolderChanges {
  /** A time stamp is coarse: so long after a change there may be another with the same time. */
  private static final Duration HOT = Duration.ofSeconds(2);

  /** Of one look; a folder may hold any number of runs that were killed. */
  private static final int MOST_LOOKS = 200;

  private final Path dir;
  private Optional<FileTime> seen = Optional.empty();
  private Instant hotUntil = Instant.MIN;
  private List<RunFolder> unsealed = List.of();
  private List<RunFolder> begun = List.of();
  private int next;

  FolderChanges(Ledger ledger) {
    this.dir = ledger.dir();
    known(ledger);
  }

  /** Whether the ledger should be read again; false as well for a folder that isn't there. */
  boolean look(Instant now) {
    FileTime time;
    try {
      time = Files.getLastModifiedTime(dir);
    } catch (IOException e) {
      // It is gone, or can't be read: the watch says so.
      return false;
    }
    if (seen.filter(time::equals).isEmpty()) {
      seen = Optional.of(time);
      hotUntil = now.plus(HOT);
      return true;
    }
    return now.isBefore(hotUntil)
        || begun.stream().limit(MOST_LOOKS).anyMatch(RunFolder::isRun)
        || anyIsFinished();
  }

  private boolean anyIsFinished() {
    for (int i = 0; i < Math.min(MOST_LOOKS, unsealed.size()); i++) {
      next = (next + 1) % unsealed.size();
      if (unsealed.get(next).isFinished()) {
        return true;
      }
    }
    return false;
  }

  /** What the ledger has from now on. */
  void known(Ledger ledger) {
    unsealed = ledger.runs().stream().filter(run -> !run.sealed()).map(PastRun::folder).toList();
    next = 0;
    Set<Path> known = new HashSet<>();
    ledger.runs().forEach(run -> known.add(run.folder().path()));
    ledger.broken().forEach(each -> known.add(each.folder().path()));
    List<RunFolder> others = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(dir, "*~*")) {
      for (Path child : children) {
        if (!known.contains(child)) {
          others.add(new RunFolder(child));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // As above; what has begun is found when the folder changes the next time.
      others.clear();
    }
    begun = others;
  }
}
