package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Platen is killed with SIGKILL at twenty moments: while its kernel starts, in the midst of cells,
 * between them. All that had arrived is there afterwards, and nothing of the kernel is.
 */
class KillIT {
  private static final int KILLS = 20;
  private static final int AT_ONCE = 4;
  private static final int LINES = 40;
  private static final Pattern LINE = Pattern.compile("line \\d{4}\n");

  /**
   * One kill.
   *
   * @param shown the lines that Platen had shown on standard error
   * @param sent how many lines the kernel had sent at least 50 ms before it went on
   * @param left the processes that were there 5 s later
   * @param journal the lines in the journal
   */
  private record Kill(
      RunFiles run, List<String> shown, int sent, List<String> left, List<String> journal) {}

  @TempDir private static Path dir;
  private static final List<Kill> kills = new ArrayList<>();
  private static Ended recovery;

  @BeforeAll
  static void killAndRecover() throws Exception {
    Path template =
        new TestNotebook()
            .parameters("side = ''")
            .code(
                """
                import itertools, subprocess, time
                child = subprocess.Popen(["sleep", "600"])
                count = itertools.count()
                log = open(side, "a", buffering=1)
                def tell(times):
                    for _ in range(times):
                        n = next(count)
                        print("line %04d" % n, flush=True)
                        time.sleep(0.05)
                        print(n, file=log)
                """)
            .code("tell(10)")
            .code("tell(10)")
            .markdown("Between two cells.")
            .code("tell(10)")
            .code("tell(10)")
            .code("time.sleep(600)")
            .in(dir);
    Random random = new Random(20261124);
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Kill>> pending = new ArrayList<>();
      for (int i = 0; i < KILLS; i++) {
        Path out = dir.resolve("runs-" + i);
        // The first ones before there is any line.
        int lines = i < 2 ? 0 : random.nextInt(LINES);
        Duration later = Duration.ofMillis(random.nextInt(i < 2 ? 900 : 60));
        pending.add(pool.submit(() -> kill(template, out, lines, later)));
      }
      for (Future<Kill> kill : pending) {
        kills.add(kill.get());
      }
    } finally {
      pool.shutdownNow();
    }
    List<Object> command = new ArrayList<>(List.of("recover"));
    kills.forEach(kill -> command.add(kill.run().dir()));
    recovery = Platen.in(dir).run(command.toArray());
  }

  private static Kill kill(Path template, Path out, int lines, Duration later) throws IOException {
    Path side = Files.createFile(Path.of(out + ".txt"));
    Platen platen = Platen.in(Files.createDirectory(Path.of(out + "-own")));
    Running running =
        platen.start("run", template, "side=" + side, "--out", out, "--log-output", "--quiet");
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(3))
        .until(() -> lines == 0 ? hasBegun(out) : lineCount(side) >= lines);
    await().pollDelay(later).until(() -> true);
    int sent = lineCount(side);
    running.kill();
    running.process().onExit().join();
    List<String> left = new ArrayList<>();
    try {
      platen.processes().awaitGone(Duration.ofSeconds(5));
    } catch (org.awaitility.core.ConditionTimeoutException e) {
      left.addAll(platen.processes().alive());
    }
    RunFiles run = RunFiles.onlyOneIn(out);
    return new Kill(run, lines(running.err()), sent, left, lines(journal(run)));
  }

  private static boolean hasBegun(Path out) throws IOException {
    if (!Files.isDirectory(out)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(out)) {
      return files.anyMatch(file -> file.endsWith("notebook.ipynb"));
    }
  }

  private static int lineCount(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return (int) lines.count();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> lines(String text) {
    return LINE.matcher(text).results().map(MatchResult::group).map(String::strip).toList();
  }

  /** The text of all outputs in the journal; a line may have come in two parts. */
  private static String journal(RunFiles run) {
    StringBuilder printed = new StringBuilder();
    for (String line : run.text("journal.jsonl").lines().toList()) {
      JsonObject event = RunFiles.json(line);
      // A text that continues the line before stands alone.
      printed.append(event.object("content").text("text")).append(event.text("text"));
    }
    return printed.toString();
  }

  @Test
  void noKernelNorAnythingItStartedIsLeftAfterFiveSeconds() {
    assertThat(kills).allSatisfy(kill -> assertThat(kill.left()).isEmpty());
  }

  @Test
  void whatPlatenHadShownWasInItsJournal() {
    assertThat(kills).allSatisfy(kill -> assertThat(kill.journal()).containsAll(kill.shown()));
    assertThat(kills).filteredOn(kill -> !kill.shown().isEmpty()).hasSizeGreaterThan(10);
  }

  @Test
  void whatTheKernelHadSentWasInTheJournal() {
    // The last line is excused: its 50 ms may not have been enough for a machine under load.
    assertThat(kills)
        .allSatisfy(
            kill -> assertThat(kill.journal()).hasSizeGreaterThanOrEqualTo(kill.sent() - 1));
  }

  @Test
  void recoveryBringsBackWhatTheJournalHeld() {
    recovery.exits(0);
    assertThat(recovery.out().lines()).hasSize(KILLS);
    assertThat(recovery.err()).contains("recovered: " + KILLS);
    assertThat(kills)
        .allSatisfy(
            kill -> {
              StringBuilder printed = new StringBuilder();
              for (int cell : new int[] {3, 4, 6, 7}) {
                printed.append(kill.run().printed(cell));
              }
              assertThat(lines(printed.toString())).isEqualTo(kill.journal());
              String report = kill.run().report();
              assertThat(kill.journal()).allMatch(report::contains);
            });
  }

  @Test
  void aRecoveredRunSaysThatItWasInterrupted() {
    assertThat(kills)
        .allSatisfy(
            kill -> {
              assertThat(kill.run().status()).isEqualTo("interrupted");
              assertThat(kill.run().cellStatuses())
                  .filteredOn(status -> status.equals("interrupted"))
                  .hasSizeLessThanOrEqualTo(1);
              assertThat(kill.run().names()).doesNotContain("journal.jsonl").contains("seal.json");
            });
  }

  @Test
  void recoveredRunsAreSealed() {
    List<Object> command = new ArrayList<>(List.of("verify"));
    kills.forEach(kill -> command.add(kill.run().dir()));
    Ended verified = Platen.in(dir).run(command.toArray()).exits(0);
    assertThat(verified.err()).contains("%d of %d runs".formatted(KILLS, KILLS));
  }

  @Test
  void recoveringTwiceChangesNothing() throws IOException {
    RunFiles run = kills.get(0).run();
    byte[] before = Files.readAllBytes(run.file("notebook.ipynb"));
    Ended again = Platen.in(dir).run("recover", run.dir()).exits(0);
    assertThat(again.out()).isEmpty();
    assertThat(Files.readAllBytes(run.file("notebook.ipynb"))).isEqualTo(before);
  }
}
