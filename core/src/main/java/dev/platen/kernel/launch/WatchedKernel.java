package dev.platen.kernel.launch;

import dev.platen.kernel.ExitReason;
import dev.platen.kernel.KernelUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * What one kernel and all it started take of the machine. Belonging to it are its process, those of
 * its group and its session, their children, and whatever once belonged to it.
 *
 * <p>Its memory is what its processes have resident. Forked processes share most of that, so of
 * several the sum is only an upper bound: when it would matter, for the limit or for the peak, the
 * true amount is measured, in which shared pages count once.
 */
final class WatchedKernel {
  private static final Duration EXACT_AT_LEAST = Duration.ofSeconds(1);
  private static final Duration EXACT_AT_MOST = Duration.ofSeconds(30);
  private static final int NOTABLE_PART = 10;

  private final long leader;
  private final OptionalLong limit;
  private final Consumer<ExitReason> overLimit;
  private final ProcessTable processes;
  private final Map<Long, Long> members = new HashMap<>();
  private long peak;
  private long cpuTicks;
  private boolean isOver;
  private Instant measured = Instant.EPOCH;
  private Duration untilNext = EXACT_AT_LEAST;
  private long residentThen;
  private long takenThen;

  /**
   * A kernel.
   *
   * @param overLimit called once, when more was taken than the limit permits
   */
  WatchedKernel(
      long leader, OptionalLong limit, Consumer<ExitReason> overLimit, ProcessTable processes) {
    this.leader = leader;
    this.limit = limit;
    this.overLimit = overLimit;
    this.processes = processes;
  }

  boolean isLimited() {
    return limit.isPresent();
  }

  boolean owns(ProcessStat process) {
    Long started = members.get(process.pid());
    return process.pid() == leader
        || process.group() == leader
        || process.session() == leader
        || members.containsKey(process.parent())
        || (started != null && started == process.started());
  }

  /** Takes note of a process, so that its children are known too. */
  void add(ProcessStat process) {
    members.put(process.pid(), process.started());
  }

  /**
   * Takes note of a look at the machine.
   *
   * @param own all processes that belong to the kernel now
   */
  void saw(List<ProcessStat> own, Instant now) {
    members.clear();
    own.forEach(this::add);
    cpuTicks = Math.max(cpuTicks, own.stream().mapToLong(ProcessStat::cpuTicks).sum());
    long resident = own.stream().mapToLong(processes::residentBytes).sum();
    if (own.size() <= 1) {
      took(resident);
    } else if (resident > Math.min(peak, limit.orElse(Long.MAX_VALUE)) && isDue(resident, now)) {
      measure(own, resident, now);
    }
  }

  /** Whether enough time passed, or enough changed, for a walk through all pages. */
  private boolean isDue(long resident, Instant now) {
    long room = Math.min(takenThen / NOTABLE_PART, limit.orElse(Long.MAX_VALUE) - takenThen);
    return resident - residentThen > room || !now.isBefore(measured.plus(untilNext));
  }

  private void measure(List<ProcessStat> own, long resident, Instant now) {
    long taken = own.stream().mapToLong(p -> processes.proportionalBytes(p.pid()).orElse(0)).sum();
    boolean isNews = taken > peak;
    untilNext =
        isNews || (limit.isPresent() && resident > limit.getAsLong())
            ? EXACT_AT_LEAST
            : untilNext.multipliedBy(2).compareTo(EXACT_AT_MOST) > 0
                ? EXACT_AT_MOST
                : untilNext.multipliedBy(2);
    measured = now;
    residentThen = resident;
    takenThen = taken;
    took(taken);
  }

  private void took(long bytes) {
    peak = Math.max(peak, bytes);
    if (!isOver && limit.isPresent() && bytes > limit.getAsLong()) {
      isOver = true;
      overLimit.accept(new ExitReason.MemoryLimit(bytes, limit.getAsLong()));
    }
  }

  /** The system itself remembers the peak of every process that still lives. */
  Optional<KernelUsage> usage() {
    for (long pid : members.keySet()) {
      peak = Math.max(peak, processes.peakBytes(pid).orElse(0));
    }
    return peak == 0
        ? Optional.empty()
        : Optional.of(new KernelUsage(peak, processes.seconds(cpuTicks)));
  }
}
