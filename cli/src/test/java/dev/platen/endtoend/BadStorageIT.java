package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that can't be used, disks that fill up, readers that go away. */
class BadStorageIT {
  @TempDir private Path dir;

  private Ended runInto(Object out, Object... more) {
    List<Object> command = new ArrayList<>(List.of("run", template(), "--out", out));
    command.addAll(List.of(more));
    return Platen.in(dir).run(command.toArray());
  }

  private Path template() {
    return TestNotebook.of("print('computed')").in(dir);
  }

  @Test
  void anOutputFolderWhoseParentIsMissing() {
    runInto("missing/runs")
        .exits(5)
        .saysError(
            "can't write 'runs'", "missing/runs", "no such file or folder", "isn't there either");
    assertThat(dir.resolve("missing")).doesNotExist();
  }

  @Test
  void anOutputFolderThatIsAFile() throws IOException {
    Files.writeString(dir.resolve("taken"), "mine");
    runInto("taken")
        .exits(5)
        .saysError("the output folder is a file", "taken", "no folder", "--out");
    assertThat(dir.resolve("taken")).hasContent("mine");
  }

  @Test
  void anOutputFolderBelowAFile() throws IOException {
    Files.writeString(dir.resolve("taken"), "mine");
    runInto("taken/runs")
        .exits(5)
        .saysError("can't write 'runs'", "taken/runs", "a file where the path wants a folder", "");
  }

  @Test
  void anOutputFolderThatTakesNothing() {
    runInto("/sys/runs").exits(5).saysError("can't write 'runs'", "/sys/runs", "", "");
  }

  @Test
  void anOutputFolderThatIsReadOnly() throws IOException {
    Path locked = Files.createDirectory(dir.resolve("locked"));
    // Permissions bind everybody but root, and only root can mount.
    boolean mounted = mount("-t", "tmpfs", "-o", "ro,size=1m", "tmpfs", locked.toString()) == 0;
    assertThat(mounted || locked.toFile().setWritable(false)).isTrue();
    try {
      runInto("locked/runs")
          .exits(5)
          .saysError("can't write 'runs'", "locked/runs", "", "a place that you may use");
    } finally {
      if (mounted) {
        Shell.run("umount", locked.toString());
      }
    }
  }

  @Test
  void aDiskThatFillsUpLosesNothingThatWasComputed() throws IOException {
    Path disk = Files.createDirectory(dir.resolve("disk"));
    assumeThat(mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()))
        .as("only root mounts; the next test is for all")
        .isZero();
    try {
      Platen platen = Platen.in(dir);
      Path template =
          TestNotebook.of("print('first')", "print('x' * 3_000_000)", "print('last')").in(dir);
      Ended ended = platen.run("run", template, "--out", disk.resolve("runs")).exits(5);
      assertSaved(platen, ended, "the disk is full");
      RunFiles run = RunFiles.onlyOneIn(disk.resolve("runs"));
      assertThat(run.text("journal.jsonl")).contains("first\\n");
    } finally {
      Shell.run("umount", disk.toString());
    }
  }

  @Test
  void aLimitOnTheSizeOfFilesIsSaidAndTheJournalKeepsWhatFitted() {
    Platen platen = Platen.in(dir);
    Path template =
        TestNotebook.of("print('first')", "print('x' * 3_000_000)", "print('last')").in(dir);
    // In blocks of 512 bytes; it holds for the rescued copy as well, which fails too.
    Ended ended =
        platen.startByShell("ulimit -f 2000; exec \"$@\"", "run", template).end().exits(5);
    assertThat(ended.err())
        .contains("error: can't write 'notebook.ipynb'")
        .contains("note: the journal stopped: File too large")
        .doesNotContain("Exception");
    platen.processes().awaitGone(Duration.ofSeconds(5));
    RunFiles run = RunFiles.onlyOneIn(dir.resolve("runs"));
    assertThat(run.text("journal.jsonl")).contains("first\\n");
  }

  private static int mount(String... arguments) {
    List<String> command = new ArrayList<>(List.of("mount"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException | InterruptedException e) {
      return -1;
    }
  }

  /** The error names a whole notebook in the temporary folder, and the kernel is gone. */
  private static void assertSaved(Platen platen, Ended ended, String why) throws IOException {
    assertThat(ended.err())
        .contains("error: can't write 'notebook.ipynb'")
        .contains("found: " + why + "; the notebook was saved as ")
        .contains("mend:  take it from there");
    assertThat(platen.temporaryFiles()).hasSize(1);
    Path rescued = platen.temporaryFiles().get(0);
    assertThat(ended.err()).contains(rescued.toString());
    assertThat(Files.readString(rescued)).contains("first\\n", "x".repeat(3_000_000), "last\\n");
    platen.processes().awaitGone(Duration.ofSeconds(5));
  }

  private void assertCompleteButUnsaid(Running running) {
    Ended ended = running.end().exits(5);
    assertThat(ended.err())
        .contains("succeeded in")
        .contains("error: standard output took no more")
        .contains("mend:  what was computed is on disk");
    RunFiles run = RunFiles.onlyOneIn(dir.resolve("runs"));
    assertThat(run.printed(0)).isEqualTo("computed\n");
    Platen.in(dir).run("verify", run.dir()).exits(0);
  }

  @Test
  void aClosedStandardOutputStopsNothing() {
    assertCompleteButUnsaid(Platen.in(dir).startByShell("exec \"$@\" >&-", "run", template()));
  }

  @Test
  void aReaderThatGoesAwayStopsNothing() {
    assertCompleteButUnsaid(
        Platen.in(dir)
            .startByShell(
                "exec 3>&1; code=$( ( (\"$@\"; echo $? >&4) | true) 4>&1 ); exit $code",
                "run",
                template()));
  }

  @Test
  void aClosedStandardErrorStopsNothing() {
    Ended ended = Platen.in(dir).startByShell("exec \"$@\" 2>&-", "run", template()).end().exits(0);
    Platen.in(dir).run("verify", ended.run().dir()).exits(0);
  }
}
