package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.testkit.TestEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which kernel is taken, and how it is started. */
class KernelChoiceIT {
  @TempDir private Path dir;

  private static String origin(RunFiles run) {
    return run.record().object("provenance").object("kernel").text("origin");
  }

  private Path script(String name, String text) throws IOException {
    Path script = Files.writeString(dir.resolve(name), text);
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private static String python() {
    return TestEnvironment.python().toString();
  }

  @Test
  void theActivatedEnvironmentWinsOverTheUsersKernelOfThatName() {
    TestKernel.in(dir.resolve("home/.local"), "python3").argv("false").path();
    Ended ended = Platen.in(dir).run("run", TestNotebook.of("print('on')").in(dir)).exits(0);
    assertThat(origin(ended.run())).isEqualTo("VIRTUAL_ENV");
  }

  @Test
  void theProjectsOwnEnvironmentIsFoundFromAFolderBelow() throws IOException {
    Files.createSymbolicLink(dir.resolve(".venv"), TestEnvironment.pythonPrefix().toRealPath());
    Path deep = Files.createDirectories(dir.resolve("reports/monthly"));
    TestKernel.in(dir.resolve("home/.local"), "python3").argv("false").path();
    Platen platen = Platen.in(dir).without("VIRTUAL_ENV");
    Ended ended = platen.run("run", TestNotebook.of("print('on')").in(deep)).exits(0);
    assertThat(origin(ended.run())).isEqualTo(".venv of the project");
    assertThat(ended.run().dir().getParent()).isEqualTo(deep.resolve("runs"));
  }

  @Test
  void aKernelNamedElsewhereIsReplacedByTheEnvironmentsOwnWithANote() {
    Path template = TestNotebook.of("print('on')").kernel("my-conda-env", "python").in(dir);
    Ended ended = Platen.in(dir).run("run", template).exits(0);
    assertThat(ended.err())
        .contains("note: no kernel named 'my-conda-env' here; using 'python3' (VIRTUAL_ENV)");
    assertThat(ended.run().printed(0)).isEqualTo("on\n");
    assertThat(ended.run().record().text("kernel_requested")).isEqualTo("my-conda-env");
    assertThat(ended.run().record().text("kernel")).isEqualTo("python3");
    assertThat(ended.run().report()).contains("my-conda-env, which wasn");
  }

  @Test
  void placeholdersAndVariablesOfTheKernelspecAreFilledIn() throws IOException {
    TestKernel kernel = TestKernel.in(dir, "mine");
    kernel
        .argv("/bin/sh", "{resource_dir}/start.sh", "{prefix}", "{connection_file}", "{other}")
        .with("env", JsonObject.build(o -> o.put("GREETING", "hello ${WHO}, $WHO, ${NOBODY}")));
    Path path = kernel.path();
    Files.writeString(
        kernel.resourceDir().resolve("start.sh"),
        "PREFIX=$1 OTHER=$3 exec '%s' -m ipykernel_launcher -f \"$2\"\n".formatted(python()));
    Path template =
        TestNotebook.of("import os\nfor n in 'GREETING', 'PREFIX', 'OTHER': print(os.environ[n])")
            .kernel("mine", "python")
            .in(dir);
    Platen platen = Platen.in(dir).with("JUPYTER_PATH", path.toString()).with("WHO", "world");
    RunFiles run = platen.run("run", template).exits(0).run();
    assertThat(run.printed(0)).isEqualTo("hello world, world, ${NOBODY}\n" + dir + "\n{other}\n");
  }

  @Test
  void aKernelMayAskToBeInterruptedByMessage() throws IOException {
    Path side = dir.resolve("interrupted.txt");
    Path main =
        script(
            "kernel.py",
            """
            import os
            from ipykernel.ipkernel import IPythonKernel
            from ipykernel.kernelapp import IPKernelApp

            class Telling(IPythonKernel):
                async def interrupt_request(self, *arguments):
                    open(os.environ["SIDE"], "a").write("asked")
                    await super().interrupt_request(*arguments)

            IPKernelApp.launch_instance(kernel_class=Telling)
            """);
    TestKernel kernel =
        TestKernel.in(dir, "telling")
            .argv(python(), main.toString(), "-f", "{connection_file}")
            .with("interrupt_mode", new JsonString("message"));
    Path template =
        TestNotebook.of("import time\nprint('begun', flush=True)\ntime.sleep(600)", "2")
            .kernel("telling", "python")
            .in(dir);
    Platen platen =
        Platen.in(dir).with("JUPYTER_PATH", kernel.path() + "").with("SIDE", side.toString());
    RunFiles run = platen.run("run", template, "--cell-timeout", "1s").exits(1).run();
    assertThat(side).hasContent("asked");
    assertThat(run.cellStatuses()).containsExactly("timed_out", "pending");
    assertThat(run.outputs(0))
        .last()
        .satisfies(o -> assertThat(o.text("ename")).isEqualTo("KeyboardInterrupt"));
  }

  @Test
  void theConnectionFileIsTheOwnersAloneAndGoneAfterwards() {
    Path template =
        TestNotebook.of(
                """
                import os
                from ipykernel.connect import get_connection_file
                file = get_connection_file()
                for path in file, os.path.dirname(file):
                    print(path, oct(os.stat(path).st_mode & 0o777))
                """)
            .in(dir);
    Platen platen = Platen.in(dir);
    RunFiles run = platen.run("run", template).exits(0).run();
    List<String> lines = run.printed(0).lines().toList();
    assertThat(lines.get(0)).startsWith(dir.resolve("tmp").toString()).endsWith(" 0o600");
    assertThat(lines.get(1)).endsWith(" 0o700");
    assertThat(platen.temporaryFiles()).isEmpty();
  }

  @Test
  void ipykernelListensAtSocketsThatOnlyItsOwnerReaches() throws IOException {
    JsonObject connection = connectionFile(Platen.in(dir), ipykernel());
    assertThat(connection.text("transport")).isEqualTo("ipc");
    assertThat(Path.of(connection.text("ip")).getParent().getParent())
        .isEqualTo(dir.resolve("tmp"));
    assertThat(connection.text("key")).hasSizeGreaterThan(30);
  }

  @Test
  void whereASocketsPathWouldBeTooLongTheKernelChoosesPorts() throws IOException {
    Path deep = Files.createDirectories(dir.resolve("deep/".repeat(20)));
    Platen platen = Platen.in(dir).with("TMPDIR", deep.toString());
    JsonObject connection = connectionFile(platen, ipykernel());
    assertThat(connection.text("transport")).isEqualTo("tcp");
    assertThat(connection.integer("shell_port")).contains(0L);
  }

  @Test
  void anotherKernelIsToldItsPorts() throws IOException {
    Path start =
        script(
            "hidden.sh",
            "#!/bin/sh\nexec '%s' -m ipykernel_launcher -f \"$1\"\n".formatted(python()));
    JsonObject connection = connectionFile(Platen.in(dir), start.toString(), "{connection_file}");
    assertThat(connection.text("transport")).isEqualTo("tcp");
    assertThat(connection.integer("shell_port").orElseThrow()).isPositive();
    assertThat(connection.text("signature_scheme")).isEqualTo("hmac-sha256");
    assertThat(connection.text("key")).hasSizeGreaterThan(30);
  }

  private static String[] ipykernel() {
    return new String[] {python(), "-m", "ipykernel_launcher", "-f", "{connection_file}"};
  }

  /** The connection file of a run that went well, which the kernel's starter laid aside. */
  private JsonObject connectionFile(Platen platen, String... command) throws IOException {
    Path aside = dir.resolve("aside.json");
    Path start =
        script(
            "start.sh",
            """
            #!/bin/sh
            for argument; do case $argument in */connection.json) cp "$argument" '%s' ;; esac; done
            exec "$@"
            """
                .formatted(aside));
    List<String> argv = new ArrayList<>(List.of(start.toString()));
    argv.addAll(List.of(command));
    TestKernel kernel = TestKernel.in(dir, "aside").argv(argv.toArray(String[]::new));
    Path template = TestNotebook.of("print('on')").kernel("aside", "python").in(dir);
    platen = platen.with("JUPYTER_PATH", kernel.path().toString());
    assertThat(platen.run("run", template).exits(0).run().printed(0)).isEqualTo("on\n");
    return RunFiles.json(Files.readString(aside));
  }
}
