package dev.platen.study.ledger;

import dev.platen.run.RunFolder;
import dev.platen.storage.StorageFaults;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All runs of a folder, as they were at one moment. Each run.json is read once; a thousand runs
 * take about a megabyte. Immutable.
 */
public final class Ledger {
  private static final Comparator<PastRun> NEWEST_FIRST =
      Comparator.comparing(PastRun::started).thenComparing(run -> run.folder().path()).reversed();

  private final Path dir;
  private final PastRunReader reader;
  private final Map<Path, Look> settled = new HashMap<>();
  private final List<PastRun> runs;
  private final List<BrokenFolder> broken = new ArrayList<>();
  private final Map<RunFolder, PastRun> successors;
  private final Succession succession;
  private @Nullable LedgerIndex index;

  private Ledger(Path dir, PastRunReader reader, List<Look> looks, Succession before) {
    this.dir = dir;
    this.reader = reader;
    List<PastRun> readable = new ArrayList<>(looks.size());
    for (Look look : looks) {
      if (look.run() == null) {
        broken.add(new BrokenFolder(look.folder(), look.why()));
      } else {
        readable.add(look.run());
      }
      if (look.isFinal()) {
        settled.put(look.folder().path(), look);
      }
    }
    readable.sort(NEWEST_FIRST);
    broken.sort(Comparator.comparing(each -> each.folder().path()));
    runs = List.copyOf(readable);
    Succession.Found found = before.successors(runs);
    successors = found.successors();
    succession = found.next();
  }

  /**
   * Reads all runs of a folder. What is no run in it is passed over; a folder that isn't there has
   * none.
   *
   * @throws dev.platen.fault.Fault a storage fault if the folder can't be listed
   */
  public static Ledger read(Path outDir) {
    Path dir = outDir.toAbsolutePath().normalize();
    PastRunReader reader = new PastRunReader(new Interner());
    return new Ledger(dir, reader, looks(dir, reader, Map.of()), Succession.empty());
  }

  /**
   * The ledger as it is now, after other drivers and the user worked in the folder. Reads only what
   * is new or wasn't sealed yet.
   */
  public Ledger refresh() {
    return new Ledger(dir, reader, looks(dir, reader, settled), succession);
  }

  /** One run as it is now; empty if it can't be read. */
  public Optional<PastRun> look(RunFolder folder) {
    return Look.at(folder.path(), reader).flatMap(look -> Optional.ofNullable(look.run()));
  }

  private static List<Look> looks(Path dir, PastRunReader reader, Map<Path, Look> settled) {
    // The work is half waiting for the disk and half reading JSON: every core helps.
    return children(dir).parallelStream()
        .map(path -> Optional.ofNullable(settled.get(path)).or(() -> Look.at(path, reader)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<Path> children(Path dir) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(dir, path -> !path.getFileName().toString().startsWith("."))) {
      all.forEach(children::add);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw StorageFaults.reading(dir, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw StorageFaults.reading(dir, e);
    }
    return children;
  }

  /** The folder, absolute. */
  public Path dir() {
    return dir;
  }

  /** Every run that can be read, the one that started last first. */
  public List<PastRun> runs() {
    return runs;
  }

  /** The runs that can't be read, by name. */
  public List<BrokenFolder> broken() {
    return List.copyOf(broken);
  }

  /**
   * Whether a newer finished run of loosely the same trial took this one's place. A run that is
   * under way, or was interrupted, takes nobody's place.
   */
  public boolean isSuperseded(PastRun run) {
    return successors.containsKey(run.folder());
  }

  /** The run that took this one's place. */
  public Optional<PastRun> successor(PastRun run) {
    return Optional.ofNullable(successors.get(run.folder()));
  }

  /** The runs that none has taken the place of, the one that started last first. */
  public List<PastRun> current() {
    return runs.stream().filter(run -> !isSuperseded(run)).toList();
  }

  /** Finds past runs by what they were run with. Made on the first call. */
  public synchronized LedgerIndex index() {
    if (index == null) {
      index = new LedgerIndex(runs);
    }
    return index;
  }
}
