package dev.platen.kernel.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What Linux tells of the processes of a machine under {@code /proc}; empty on other systems. */
final class ProcessTable {
  private static final long KIB = 1024;
  private static final int PAGE_SIZE = 6;
  private static final int CLOCK_TICK = 17;

  private final Path proc;
  private final long pageSize;
  private final double ticksPerSecond;

  ProcessTable(Path proc) {
    this.proc = proc;
    this.pageSize = auxiliary(PAGE_SIZE, 4096);
    this.ticksPerSecond = auxiliary(CLOCK_TICK, 100);
  }

  /** Whether there is anything to see. */
  boolean isThere() {
    return Files.isReadable(proc.resolve("self/stat"));
  }

  double seconds(long ticks) {
    return ticks / ticksPerSecond;
  }

  long residentBytes(ProcessStat process) {
    return process.residentPages() * pageSize;
  }

  /** The ids of all processes. */
  List<Long> pids() {
    List<Long> pids = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(proc, ProcessTable::isProcess)) {
      all.forEach(dir -> pids.add(Long.valueOf(dir.getFileName().toString())));
    } catch (IOException | DirectoryIteratorException e) {
      // As much as could be read; the next look may see more.
      return pids;
    }
    return pids;
  }

  private static boolean isProcess(Path dir) {
    return Character.isDigit(dir.getFileName().toString().charAt(0));
  }

  Optional<ProcessStat> stat(long pid) {
    return ProcessStat.parse(text(pid + "/stat"));
  }

  /** The most that the process ever had in memory; empty when it has ended. */
  OptionalLong peakBytes(long pid) {
    return kib(text(pid + "/status"), "VmHWM:");
  }

  /**
   * What the process has in memory, each page that it shares with n - 1 others counted as an nth.
   * Takes a walk through all its pages: some ms for each GB.
   */
  OptionalLong proportionalBytes(long pid) {
    return kib(text(pid + "/smaps_rollup"), "Pss:");
  }

  private static OptionalLong kib(String text, String key) {
    return text.lines()
        .filter(line -> line.startsWith(key))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
        .findFirst();
  }

  /** "" for a process that ended meanwhile, or is somebody else's. */
  private String text(String file) {
    try {
      return Files.readString(proc.resolve(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  /** A value of the vector that the system hands to every program: pairs of machine words. */
  private long auxiliary(int type, long otherwise) {
    try {
      ByteBuffer vector =
          ByteBuffer.wrap(Files.readAllBytes(proc.resolve("self/auxv")))
              .order(ByteOrder.nativeOrder());
      while (vector.remaining() >= 2 * Long.BYTES) {
        long found = vector.getLong();
        long value = vector.getLong();
        if (found == type && value > 0) {
          return value;
        }
      }
    } catch (IOException e) {
      // Not Linux, or a /proc without it: the values of nearly every machine.
      return otherwise;
    }
    return otherwise;
  }
}
