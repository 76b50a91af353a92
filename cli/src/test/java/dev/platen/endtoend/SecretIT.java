package dev.platen.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets reach the kernel, and nothing else that stays or can be looked at. */
class SecretIT {
  private static final String FROM_FILE = "fYle/s3cret+&\"'é\\x";
  private static final String FROM_ENV = "ghp_EnvToken4711abcdef";

  /** Each way in which people give a secret away by mistake. */
  private static final String LEAKS =
      """
      import base64, json, os, subprocess, sys, time, urllib.parse
      from IPython.display import HTML, display
      F, E = os.environ['FILE_TOKEN'], os.environ['ENV_TOKEN']
      assert len(F) == 18 and E.startswith('ghp_')
      print('plain', F, E)
      print(repr(F), ascii(F), [F])
      print(json.dumps({F: E}), file=sys.stderr)
      print(base64.b64encode(f'user:{F}'.encode()).decode(), urllib.parse.quote(F), E.encode().hex())
      for part in (E[:7], E[7:12], E[12:] + '\\n'):
          sys.stdout.write(part); sys.stdout.flush(); time.sleep(0.05)
      display(HTML(f'<b title="{E}">{E}</b>'), {'application/json': {E: [F]}}, raw=False)
      display({'application/json': {E: [F]}}, raw=True)
      subprocess.run('echo sub $ENV_TOKEN', shell=True)
      os.write(2, ('fd ' + E + '\\n').encode())
      os.write(getattr(sys.stderr, '_original_stdstream_copy', 2), ('log ' + E + '\\n').encode())
      seen = 0
      for pid in filter(str.isdigit, os.listdir('/proc')):
          try:
              line = open(f'/proc/{pid}/cmdline', 'rb').read()
          except OSError:
              continue
          seen += 1
          assert E.encode() not in line and F.encode() not in line, line
      print('process lists:', seen > 2)
      E
      """;

  /** The same in pieces; the last goes on in the next cell. */
  private static final String PIECES =
      """
      sys.stdout.write(E[:12]); sys.stdout.flush()
      print('between', file=sys.stderr, flush=True)
      print(E[12:], flush=True)
      print(base64.encodebytes(('x' * 50 + E).encode()).decode(), E.encode().hex(':'))
      print(F.encode(), json.dumps(json.dumps(F)), flush=True)
      sys.stdout.write(E[:9])
      """;

  @TempDir private Path dir;

  private Platen platen() throws IOException {
    Files.createDirectories(dir.resolve("kept"));
    Files.writeString(dir.resolve("kept/token.txt"), FROM_FILE + "\n");
    return Platen.in(dir).with("ENV_TOKEN", FROM_ENV);
  }

  private void notebook() {
    new TestNotebook()
        .parameters("a = 'x'")
        .code(LEAKS)
        .code(PIECES)
        .code("print(E[9:])")
        .code("import os\nraise ValueError(os.environ['FILE_TOKEN'] + os.environ['ENV_TOKEN'])")
        .in(dir);
  }

  private static List<String> forms() {
    return List.of(
        FROM_FILE,
        FROM_ENV,
        "s3cret+&",
        "s3cret%2B",
        "s3cret+\\u0026",
        "EnvToken4711",
        Base64.getEncoder().encodeToString(FROM_ENV.getBytes(UTF_8)).substring(2, 20),
        "ghp_Env",
        "4711abc",
        Base64.getEncoder().encodeToString("Token4711abcdef".getBytes(UTF_8)),
        "6e:54:6f:6b",
        "456e76546f6b656e");
  }

  private void assertNothingLeft(Ended ended) throws IOException {
    for (String form : forms()) {
      assertThat(ended.out()).doesNotContain(form);
      assertThat(ended.err()).doesNotContain(form);
    }
    try (Stream<Path> all = Files.walk(dir)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      assertThat(files).hasSizeGreaterThan(3);
      for (Path file : files) {
        if (!file.startsWith(dir.resolve("kept"))) {
          String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
          String text = new String(Files.readAllBytes(file), UTF_8);
          for (String form : forms()) {
            assertThat(bytes).as("%s in %s", form, file).doesNotContain(form);
            assertThat(text).as("%s in %s", form, file).doesNotContain(form);
          }
        }
      }
    }
  }

  @Test
  void aRunFolderHoldsNoSecret() throws IOException {
    notebook();
    Ended ended =
        platen()
            .run(
                "run",
                "report.ipynb",
                "--secret",
                "ENV_TOKEN",
                "--secret",
                "FILE_TOKEN=@kept/token.txt",
                "--record",
                "m=__import__('os').environ['ENV_TOKEN']",
                "--log-output");
    ended.exits(1);
    assertThat(ended.err()).contains("plain **** ****\n").contains("process lists: True");
    try (Stream<Path> all = Files.walk(dir.resolve("runs"))) {
      assertThat(all.filter(file -> file.endsWith("kernel.log")).findFirst().orElseThrow())
          .content()
          .contains("log ****\n");
    }
    assertNothingLeft(ended);
  }

  @Test
  void papermillsNotebookAndLogsHoldNoSecret() throws IOException {
    notebook();
    Ended ended =
        platen()
            .startByShell(
                "exec \"$@\" < kept/token.txt",
                "papermill",
                "report.ipynb",
                "out.ipynb",
                "--secret",
                "ENV_TOKEN",
                "--secret",
                "FILE_TOKEN=-",
                "--log-output",
                "--stdout-file",
                "stdout.txt",
                "--stderr-file",
                "stderr.txt",
                "-p",
                "a",
                "2")
            .end();
    ended.exits(1);
    assertThat(ended.err()).contains("ValueError: ********");
    assertThat(dir.resolve("stdout.txt")).content().startsWith("plain **** ****\n");
    assertThat(dir.resolve("out.ipynb")).content().contains("process lists: True");
    assertNothingLeft(ended);
  }

  @Test
  void aParameterIsNoWayAround() throws IOException {
    notebook();
    Files.writeString(dir.resolve("params.yaml"), "a: x" + FROM_ENV);
    Ended ended =
        platen().run("run", "report.ipynb", "-f", "params.yaml", "--secret", "ENV_TOKEN").exits(3);
    assertThat(ended.err()).contains("a parameter has a secret's value").doesNotContain(FROM_ENV);
    ended = platen().run("run", "report.ipynb", "a=" + FROM_ENV, "--secret", "ENV_TOKEN").exits(3);
    assertThat(ended.err()).contains("stands on the command line").doesNotContain(FROM_ENV);
    assertThat(dir.resolve("runs")).doesNotExist();
  }
}
