package dev.platen.kernel.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How often the system's out-of-memory killer has struck, by the counters that tell of it: the
 * machine's, and those of the control group in which this Platen and its kernels are.
 *
 * @param counts by the counter's file
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">memory.events</a>
 */
record OomKills(Map<Path, Long> counts) {
  private static final String KEY = "oom_kill ";

  /**
   * Reads the counters that there are.
   *
   * @param proc {@code /proc}
   * @param cgroups {@code /sys/fs/cgroup}
   */
  static OomKills now(Path proc, Path cgroups) {
    Map<Path, Long> counts = new LinkedHashMap<>();
    for (Path file : counters(proc, cgroups)) {
      count(file).ifPresent(count -> counts.put(file, count));
    }
    return new OomKills(counts);
  }

  /** Whether it struck after the others were read. A counter that is new says nothing. */
  boolean moreThan(OomKills before) {
    return counts.entrySet().stream()
        .anyMatch(now -> now.getValue() > before.counts.getOrDefault(now.getKey(), now.getValue()));
  }

  /** In a container its own group may be mounted as the root of all. */
  private static List<Path> counters(Path proc, Path cgroups) {
    List<Path> files = new ArrayList<>(List.of(proc.resolve("vmstat")));
    files.add(cgroups.resolve("memory.events"));
    files.add(cgroups.resolve("memory/memory.oom_control"));
    for (String line : lines(proc.resolve("self/cgroup"))) {
      String[] parts = line.split(":", 3);
      if (parts.length == 3 && parts[2].startsWith("/")) {
        String group = parts[2].substring(1);
        if (parts[1].isEmpty()) {
          files.add(cgroups.resolve(group).resolve("memory.events"));
        } else if (List.of(parts[1].split(",")).contains("memory")) {
          files.add(cgroups.resolve("memory").resolve(group).resolve("memory.oom_control"));
        }
      }
    }
    return files;
  }

  private static OptionalLong count(Path file) {
    return lines(file).stream()
        .filter(line -> line.startsWith(KEY))
        .mapToLong(line -> Long.parseLong(line.substring(KEY.length()).strip()))
        .findFirst();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      // A counter that this system doesn't have.
      return List.of();
    }
  }
}
