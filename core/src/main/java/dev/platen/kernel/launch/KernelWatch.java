package dev.platen.kernel.launch;

import dev.platen.kernel.ExitReason;
import dev.platen.kernel.KernelUsage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the machine's processes, once for all kernels: ten times a second while one of them has
 * a limit on its memory, once a second otherwise, never when there is none. A look reads only those
 * processes that are new, or a kernel's.
 */
final class KernelWatch {
  private static final Duration LIMITED = Duration.ofMillis(100);
  private static final Duration UNLIMITED = Duration.ofSeconds(1);
  private static final Duration IDLE = Duration.ofSeconds(2);

  /** Ids come again only when all others were used; so a strange one is looked at again. */
  private static final int LOOKS_AT_STRANGERS = 100;

  private final ProcessTable processes;
  private final Clock clock;
  private final ScheduledThreadPoolExecutor executor;
  private final List<WatchedKernel> kernels = new ArrayList<>();
  private final Set<Long> strangers = new HashSet<>();
  private @Nullable ScheduledFuture<?> looking;
  private int looks;

  KernelWatch(ProcessTable processes, Clock clock) {
    this.processes = processes;
    this.clock = clock;
    this.executor = new ScheduledThreadPoolExecutor(1, KernelWatch::thread);
    executor.setRemoveOnCancelPolicy(true);
    executor.setKeepAliveTime(IDLE.toMillis(), TimeUnit.MILLISECONDS);
    executor.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable looking) {
    Thread thread = new Thread(looking, "kernel-watch");
    thread.setDaemon(true);
    return thread;
  }

  /** Whether there is anything to see on this system. */
  boolean canSee() {
    return processes.isThere();
  }

  /**
   * Watches a kernel from now on.
   *
   * @param overLimit called at most once, on the watching thread
   */
  synchronized WatchedKernel begin(long pid, OptionalLong limit, Consumer<ExitReason> overLimit) {
    WatchedKernel kernel = new WatchedKernel(pid, limit, overLimit, processes);
    if (canSee()) {
      kernels.add(kernel);
      // What was nobody's may be this kernel's.
      strangers.clear();
      schedule();
    }
    return kernel;
  }

  /** Watches the kernel no longer. */
  synchronized void end(WatchedKernel kernel) {
    if (kernels.remove(kernel)) {
      schedule();
    }
  }

  /** What the kernel took until now. */
  synchronized Optional<KernelUsage> usage(WatchedKernel kernel) {
    if (kernels.contains(kernel)) {
      look();
    }
    return kernel.usage();
  }

  private void schedule() {
    if (looking != null) {
      looking.cancel(false);
    }
    Duration pause = kernels.stream().anyMatch(WatchedKernel::isLimited) ? LIMITED : UNLIMITED;
    looking =
        kernels.isEmpty()
            ? null
            : executor.scheduleWithFixedDelay(
                this::look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void look() {
    if (looks++ % LOOKS_AT_STRANGERS == 0) {
      strangers.clear();
    }
    List<Long> pids = processes.pids();
    strangers.retainAll(new HashSet<>(pids));
    List<ProcessStat> unknown = new ArrayList<>();
    for (long pid : pids) {
      if (!strangers.contains(pid)) {
        processes.stat(pid).ifPresent(unknown::add);
      }
    }
    Map<WatchedKernel, List<ProcessStat>> owned = new HashMap<>();
    kernels.forEach(kernel -> owned.put(kernel, new ArrayList<>()));
    // A child may be listed before its parent.
    while (unknown.removeIf(process -> assign(process, owned))) {}
    unknown.forEach(process -> strangers.add(process.pid()));
    owned.forEach((kernel, own) -> kernel.saw(own, clock.instant()));
  }

  private static boolean assign(ProcessStat process, Map<WatchedKernel, List<ProcessStat>> owned) {
    for (Map.Entry<WatchedKernel, List<ProcessStat>> each : owned.entrySet()) {
      if (each.getKey().owns(process)) {
        each.getKey().add(process);
        each.getValue().add(process);
        return true;
      }
    }
    return false;
  }
}
