package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder that a kernel has to itself, when its Platen is killed. */
class KernelFolderIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private Path dir;

  /** Starts a notebook that fills its temporary folder, and waits until it has. */
  private Running filling(Platen platen, String more) {
    Path template =
        TestNotebook.of(
                "import os, tempfile, time, subprocess\nhere = tempfile.mkdtemp()\nprint(here)",
                """
                os.makedirs(here + "/a/b")
                os.symlink("%s", here + "/a/b/link")
                open(here + "/a/b/-rf * \\n$(x)", "w").close()
                os.chmod(here + "/a/b", 0o500)
                """
                    .formatted(dir.resolve("precious")),
                more,
                "open('%s', 'w').close()\ntime.sleep(600)".formatted(dir.resolve("filled")))
            .in(dir);
    Running running = platen.start("run", template, "--log-output");
    await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> Files.exists(dir.resolve("filled")) || !running.process().isAlive());
    assertThat(running.process().isAlive()).as(running.err()).isTrue();
    return running;
  }

  private Path onlyTemporary(Platen platen) {
    assertThat(platen.temporaryFiles()).hasSize(1);
    return platen.temporaryFiles().get(0);
  }

  private void precious() throws IOException {
    Files.createDirectory(dir.resolve("precious"));
    Files.writeString(dir.resolve("precious/file"), "kept");
  }

  @Test
  void isGoneAfterAKillWithAllThatTheNotebookLeftInIt() throws IOException {
    precious();
    Platen platen = Platen.in(dir);
    Running running = filling(platen, "subprocess.Popen(['sleep', '600'], cwd=here)");
    Path folder = onlyTemporary(platen);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("connection.json"))))
        .isEqualTo("rw-------");
    running.kill();
    await().atMost(SOON).until(() -> platen.temporaryFiles().isEmpty());
    assertThat(dir.resolve("precious/file")).hasContent("kept");
    platen.processes().awaitGone(SOON);
  }

  @Test
  void isGoneAlthoughSomethingThatEscapedStillWrites() throws IOException {
    precious();
    Platen platen = Platen.in(dir);
    String escaped =
        """
        code = '''
        import os, sys, time
        for i in range(100):
            try:
                os.makedirs(sys.argv[1], exist_ok=True) if i < 5 else None
                open(f"{sys.argv[1]}/{i}", "w").close()
            except OSError:
                pass
            time.sleep(0.01)
        '''
        import sys
        subprocess.Popen([sys.executable, "-c", code, here], start_new_session=True)
        """;
    Running running = filling(platen, escaped);
    running.kill();
    await().atMost(SOON).until(() -> platen.temporaryFiles().isEmpty());
    platen.processes().awaitGone(SOON);
  }

  @Test
  void whatIsMountedInItIsNotEmptied() throws IOException {
    precious();
    Path mounted = dir.resolve("mounted");
    Path probe = Files.createDirectory(dir.resolve("probe"));
    assumeThat(bind(dir.resolve("precious"), probe)).as("only root mounts").isZero();
    Shell.run("umount", probe.toString());
    Platen platen = Platen.in(dir);
    String mount =
        """
        os.mkdir(here + "/disk")
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", here + "/disk"], check=True)
        open(here + "/disk/file", "w").write("kept")
        open("%s", "w").write(here + "/disk")
        """
            .formatted(mounted);
    Running running = filling(platen, mount);
    running.kill();
    platen.processes().awaitGone(SOON);
    Path disk = Path.of(Files.readString(mounted));
    try {
      assertThat(disk.resolve("file")).hasContent("kept");
      assertThat(List.of(names(disk.getParent()))).isEqualTo(List.of(List.of("disk")));
    } finally {
      Shell.run("umount", disk.toString());
    }
  }

  private static int bind(Path from, Path to) {
    try {
      return new ProcessBuilder("mount", "--bind", from.toString(), to.toString())
          .redirectErrorStream(true)
          .start()
          .waitFor();
    } catch (IOException | InterruptedException e) {
      return -1;
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(p -> p.getFileName().toString()).toList();
    }
  }

  @Test
  void liesInTheTemporaryFolderOfPlatensOwnEnvironment() throws IOException {
    Path scratch = Files.createDirectory(dir.resolve("scratch"));
    Path template = TestNotebook.of("import tempfile\nprint(tempfile.gettempdir())").in(dir);
    Ended ended = Platen.in(dir).with("TMPDIR", scratch.toString()).run("run", template).exits(0);
    assertThat(ended.run().printed(0)).startsWith(scratch.resolve("platen-kernel-").toString());
    assertThat(scratch).isEmptyDirectory();
    Ended without = Platen.in(dir).with("TMPDIR", "/no/such").run("run", template).exits(0);
    assertThat(without.run().printed(0)).startsWith(dir.resolve("tmp/platen-kernel-").toString());
  }
}
