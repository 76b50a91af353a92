package dev.platen.study.plan;

import dev.platen.execute.RunStatus;
import dev.platen.storage.StorageFaults;
import dev.platen.study.ledger.PastRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What earlier runs tell of those to come. Looks at the newest that succeeded. */
public final class Experience {
  private static final int RUNS = 100;
  private static final int FOLDERS = 10;

  private final List<PastRun> runs;

  /**
   * The experience of some runs.
   *
   * @param newestFirst of the same study
   */
  public Experience(List<PastRun> newestFirst) {
    this.runs =
        newestFirst.stream()
            .filter(run -> run.status() == RunStatus.SUCCEEDED)
            .limit(RUNS)
            .toList();
  }

  /** How long so many runs take, some of them at once. */
  public Optional<Duration> time(long count, int parallel) {
    OptionalDouble seconds = runs.stream().mapToDouble(PastRun::seconds).average();
    long rounds = (count + parallel - 1) / parallel;
    return seconds.isPresent()
        ? Optional.of(Duration.ofMillis(Math.round(seconds.getAsDouble() * rounds * 1000)))
        : Optional.empty();
  }

  /** How many bytes so many runs leave on the disk. */
  public OptionalLong bytes(long count) {
    OptionalDouble mean =
        runs.stream().limit(FOLDERS).mapToLong(run -> size(run.folder().path())).average();
    return mean.isPresent()
        ? OptionalLong.of(Math.round(mean.getAsDouble() * count))
        : OptionalLong.empty();
  }

  /** The most that one run took of memory, in bytes. */
  public OptionalLong memory() {
    return runs.stream().flatMapToLong(run -> run.peakMemory().stream()).max();
  }

  private static long size(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toFile).filter(f -> f.isFile()).mapToLong(f -> f.length()).sum();
    } catch (IOException e) {
      throw StorageFaults.reading(folder, e);
    }
  }
}
