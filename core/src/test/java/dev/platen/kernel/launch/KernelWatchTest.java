package dev.platen.kernel.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.kernel.ExitReason;
import dev.platen.kernel.KernelUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which processes are a kernel's, and what they take, on a machine made of files. */
class KernelWatchTest {
  private static final long PAGE = 4096;

  @TempDir private Path proc;
  private final BlockingQueue<ExitReason> over = new LinkedBlockingQueue<>();
  private KernelWatch watch;
  private WatchedKernel kernel;

  @BeforeEach
  void aMachine() throws IOException {
    Files.createDirectories(proc.resolve("self"));
    Files.writeString(proc.resolve("self/stat"), "1 (platen) S");
    watch = new KernelWatch(new ProcessTable(proc), Clock.systemUTC());
  }

  @AfterEach
  void stopLooking() {
    watch.end(kernel);
  }

  private void process(long pid, long parent, long group, long session, long pages, long pssKib)
      throws IOException {
    Path dir = Files.createDirectories(proc.resolve(String.valueOf(pid)));
    Files.writeString(dir.resolve("smaps_rollup"), "Rss: 1 kB\nPss:   " + pssKib + " kB\n");
    Files.writeString(dir.resolve("status"), "VmHWM:  " + pages * 4 + " kB\n");
    Files.writeString(
        dir.resolve("stat"),
        "%d (python) S %d %d %d 0 -1 0 0 0 0 0 50 50 0 0 20 0 1 0 77 0 %d 0"
            .formatted(pid, parent, group, session, pages));
  }

  private void begin(long limit) {
    kernel =
        watch.begin(100, limit == 0 ? OptionalLong.empty() : OptionalLong.of(limit), over::add);
  }

  private Optional<KernelUsage> usage() {
    return watch.usage(kernel);
  }

  @Test
  void groupSessionAndDescendantsBelongToTheKernelAndNobodyElse() throws IOException {
    process(100, 1, 100, 100, 10, 10);
    process(101, 1, 100, 9, 10, 10);
    process(102, 1, 9, 100, 10, 10);
    // Listed in whatever order: a grandchild in a session of its own.
    process(104, 103, 104, 104, 10, 10);
    process(103, 100, 103, 103, 10, 10);
    process(200, 1, 200, 200, 9000, 9000);
    process(201, 200, 200, 200, 9000, 9000);
    begin(0);
    assertThat(usage()).contains(new KernelUsage(50 * 1024, 5.0));
  }

  @Test
  void whatOnceBelongedToTheKernelStillDoes() throws IOException {
    process(100, 1, 100, 100, 10, 10);
    process(101, 100, 101, 101, 10, 10);
    begin(0);
    assertThat(usage()).isPresent();
    process(101, 1, 101, 101, 1000, 3000);
    assertThat(usage())
        .hasValueSatisfying(u -> assertThat(u.peakMemoryBytes()).isGreaterThan(3_000_000));
  }

  @Test
  void onlyMoreThanTheLimitIsTooMuch() throws Exception {
    process(100, 1, 100, 100, 1000, 0);
    begin(1000 * PAGE);
    assertThat(usage()).isPresent();
    assertThat(over).isEmpty();
    process(100, 1, 100, 100, 1001, 0);
    assertThat(over.poll(30, TimeUnit.SECONDS))
        .isEqualTo(new ExitReason.MemoryLimit(1001 * PAGE, 1000 * PAGE));
    process(100, 1, 100, 100, 2000, 0);
    assertThat(usage())
        .hasValueSatisfying(u -> assertThat(u.peakMemoryBytes()).isEqualTo(2000 * PAGE));
    assertThat(over).isEmpty();
  }

  @Test
  void pagesThatForksShareAreNoReasonToStopTheRun() throws Exception {
    for (long pid = 100; pid < 105; pid++) {
      process(pid, pid == 100 ? 1 : 100, 100, 100, 1000, 900);
    }
    begin(1200 * PAGE);
    assertThat(usage()).isPresent();
    assertThat(over).isEmpty();
    // They begin to write: every page becomes their own, and what is resident stays the same.
    for (long pid = 100; pid < 105; pid++) {
      process(pid, pid == 100 ? 1 : 100, 100, 100, 1000, 4000);
    }
    assertThat(over.poll(30, TimeUnit.SECONDS))
        .isEqualTo(new ExitReason.MemoryLimit(20_000 * 1024, 1200 * PAGE));
  }

  @Test
  void whatAKernelTookIsKnownAfterItsEnd() throws IOException {
    process(100, 1, 100, 100, 1000, 0);
    begin(0);
    KernelUsage before = usage().orElseThrow();
    Files.delete(proc.resolve("100/stat"));
    Files.delete(proc.resolve("100/status"));
    assertThat(usage()).contains(before);
    watch.end(kernel);
    assertThat(usage()).contains(before);
  }

  @Test
  void aSystemThatTellsNothingIsNotWatched() throws IOException {
    Files.delete(proc.resolve("self/stat"));
    begin(0);
    assertThat(watch.canSee()).isFalse();
    assertThat(usage()).isEmpty();
  }

  @Test
  void nobodyLooksWhenThereIsNoKernel() throws IOException {
    process(100, 1, 100, 100, 1000, 0);
    begin(1);
    await().until(() -> !over.isEmpty());
    watch.end(kernel);
    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().equals("kernel-watch")));
  }
}
