package dev.platen.study.backend.local;

import dev.platen.fault.Fault;
import dev.platen.storage.StorageFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How many runs this machine takes at once. */
public final class Parallelism {
  private static final Path MEMINFO = Path.of("/proc/meminfo");

  /** Of the free memory, so much is for runs. */
  private static final double SHARE = 0.9;

  private Parallelism() {}

  /**
   * The number asked for, or else what cores and free memory allow; never more than a slot has
   * values.
   *
   * @param runMemory bytes that one run takes: its limit, or what earlier ones took
   * @param slots by environment variable the values of which every run has one for itself
   */
  public static int of(OptionalInt asked, OptionalLong runMemory, Map<String, List<String>> slots) {
    int machine = Runtime.getRuntime().availableProcessors();
    OptionalLong free = availableMemory();
    if (runMemory.isPresent() && free.isPresent()) {
      long fitting = (long) (free.getAsLong() * SHARE) / Math.max(1, runMemory.getAsLong());
      machine = (int) Math.max(1, Math.min(machine, fitting));
    }
    int least = slots.values().stream().mapToInt(Collection::size).min().orElse(Integer.MAX_VALUE);
    return Math.min(asked.orElse(machine), least);
  }

  /**
   * What the system says is free for new programs, in bytes; empty where it says nothing.
   *
   * @see <a href="https://docs.kernel.org/filesystems/proc.html">MemAvailable in /proc/meminfo</a>
   */
  private static OptionalLong availableMemory() {
    if (!Files.isReadable(MEMINFO)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(MEMINFO)) {
      return lines
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst();
    } catch (IOException e) {
      throw reading(e);
    }
  }

  private static Fault reading(IOException e) {
    return StorageFaults.reading(MEMINFO, e);
  }
}
