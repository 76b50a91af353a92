package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.PythonOracle;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonWriter;
import dev.platen.testkit.TestEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java kernel that comes with Platen. */
class JavaKernelIT {
  @TempDir private Path dir;

  private RunFiles run(int exitCode, TestNotebook notebook) {
    return Platen.in(dir).run("run", notebook.kernel("java", "java").in(dir)).exits(exitCode).run();
  }

  private static JsonObject data(RunFiles run, int cell) {
    return run.outputs(cell).get(run.outputs(cell).size() - 1).object("data");
  }

  private static List<String> traceback(RunFiles run, int cell) {
    JsonObject error = run.outputs(cell).get(run.outputs(cell).size() - 1);
    return new JsonArray(error.array("traceback"))
        .strings().orElseThrow().stream()
            .map(line -> line.replaceAll("\u001b\\[\\d*m", ""))
            .toList();
  }

  @Test
  void valuesAreShownAsWhatTheyAre() {
    RunFiles run =
        run(
            0,
            TestNotebook.of(
                "int half(int n) {\n  return n / 2;\n}\nint n = half(9);\nn + 1",
                "n;",
                "record Bird(String name, double mass) {}\nList.of(new Bird(\"<a>\", 1.5), new Bird(\"b\", 2))",
                "List.of(Map.of(\"k\", 1))",
                "new java.awt.image.BufferedImage(20, 10, java.awt.image.BufferedImage.TYPE_INT_RGB)",
                "display(svg(\"<svg xmlns='http://www.w3.org/2000/svg'/>\"));\nhtml(\"<b>x</b>\")",
                "System.out.print(\"é\");\nSystem.err.println(\"to err\");\nSystem.out.println(\"😀\");",
                "class Chart {\n  public int getWidth() { return 3; }\n  public int getHeight() { return 2; }\n"
                    + "  public void paint(java.awt.Graphics2D g, int w, int h) { g.fillRect(0, 0, w, h); }\n}\nnew Chart()",
                "new int[] {1, 2}"));
    assertThat(JsonWriter.compactText(data(run, 0))).contains("\"5\"");
    assertThat(run.outputs(1)).isEmpty();
    assertThat(JsonWriter.compactText(data(run, 2)))
        .contains("<th>mass</th>", "<td>&lt;a&gt;</td><td>1.5</td>");
    assertThat(JsonWriter.compactText(data(run, 3))).contains("<th>k</th>");
    assertThat(data(run, 4).text("image/png")).startsWith("iVBOR");
    assertThat(run.outputs(5)).hasSize(2);
    assertThat(run.outputs(5).get(0).object("data").has("image/svg+xml")).isTrue();
    assertThat(data(run, 5).has("text/html")).isTrue();
    assertThat(run.printed(6)).contains("é", "to err\n", "😀\n");
    assertThat(data(run, 7).text("image/png")).startsWith("iVBOR");
    assertThat(JsonWriter.compactText(data(run, 8))).contains("[1, 2]");
    assertThat(run.report()).contains("data:image/png;base64,iVBOR");
  }

  @Test
  void anExceptionNamesTheLinesOfItsCells() {
    RunFiles run =
        run(
            1,
            TestNotebook.of(
                "void fail() {\n  throw new IllegalStateException(\"boom\", new RuntimeException(\"why\"));\n}",
                "int a = 1;\n\n// then\nfail();"));
    assertThat(run.error().text("ename")).isEqualTo("java.lang.IllegalStateException");
    assertThat(traceback(run, 1))
        .containsSubsequence(
            "java.lang.IllegalStateException: boom",
            "    at fail (In [1], line 2)",
            "    at In [2], line 4",
            "Caused by: java.lang.RuntimeException: why");
  }

  @Test
  void whatDoesNotCompileIsShownInItsLine() {
    RunFiles run = run(1, TestNotebook.of("int a = 1;\nint b = a + missing;\nint c = 2;"));
    assertThat(run.error().text("evalue")).isEqualTo("cannot find symbol: variable missing");
    assertThat(traceback(run, 0))
        .containsExactly(
            "In [1], line 2: cannot find symbol: variable missing",
            "  int b = a + missing;",
            "              ^");
  }

  @Test
  void whatACellDeclaresMustBeCompleteByItsEnd() {
    RunFiles run =
        run(
            1,
            TestNotebook.of(
                "int f() { return g(); }\nint g() { return 1; }\nf()", "int h() { return i(); }"));
    assertThat(data(run, 0).has("text/plain")).isTrue();
    assertThat(run.error().text("evalue")).contains("no method i()");
  }

  @Test
  void codeThatFailsWhileItsValueIsAskedForFailsItsCellAndTheKernelGoesOn() {
    RunFiles run =
        run(
            1,
            TestNotebook.of(
                    "class B {\n  public String toString() { throw new IllegalStateException(\"mine\"); }\n}")
                .code("new B()", "raises-exception")
                .code("json(\"{a\")", "raises-exception")
                .code(
                    "class E extends RuntimeException {\n  public String getMessage() { throw new IllegalStateException(); }\n}\n"
                        + "throw new E();",
                    "raises-exception")
                .code(
                    "var n = new HashMap<String, Object>();\nn.put(null, 1);\nList.of(Map.of(\"a\", 1), n)")
                .code("new float[] {1, 2}")
                .code(
                    "Thread.currentThread().interrupt();\ndisplay(\"shown\");\nSystem.out.println(\"after\");\nThread.interrupted()")
                .code(
                    "Thread.currentThread().getContextClassLoader().loadClass(\"dev.platen.json.JsonReader\")"));
    assertThat(run.outputs(1).get(0).text("evalue")).isEqualTo("mine");
    assertThat(run.outputs(2).get(0).text("ename")).contains("IllegalArgumentException");
    assertThat(run.outputs(3)).hasSize(1);
    assertThat(JsonWriter.compactText(data(run, 4))).contains("<th>null</th>");
    assertThat(JsonWriter.compactText(data(run, 5))).contains("[1.0, 2.0]");
    assertThat(run.outputs(6)).hasSize(3);
    assertThat(run.printed(6)).isEqualTo("after\n");
    assertThat(run.error().text("ename")).isEqualTo("java.lang.ClassNotFoundException");
  }

  @Test
  void theProjectsSourcesAreCompiledAndNothingOfPlatensIsInTheirWay() throws Exception {
    Path src = Files.createDirectories(dir.resolve("src/birds"));
    Files.writeString(
        src.resolve("Wing.java"),
        "package birds;\npublic record Wing(int span) {\n  public static Wing of() { return new Wing(7); }\n}\n");
    RunFiles run =
        run(
            0,
            TestNotebook.of(
                "%sources src\nimport birds.*;\nWing.of().span()",
                """
                String found = "nothing";
                try {
                  found = Class.forName("com.fasterxml.jackson.core.JsonFactory").getName();
                } catch (ClassNotFoundException e) {
                }
                found"""));
    assertThat(JsonWriter.compactText(data(run, 0))).contains("\"7\"");
    assertThat(JsonWriter.compactText(data(run, 1))).contains("nothing");
  }

  @Test
  void aMagicThatFindsNothingSaysWhatAndWhere() throws Exception {
    Files.createDirectories(dir.resolve("src"));
    Files.writeString(dir.resolve("src/A.java"), "public class A {}");
    assertThat(run(1, TestNotebook.of("%classpath lib/none.jar")).error().text("evalue"))
        .contains("there is no lib/none.jar in " + dir.toRealPath());
    assertThat(run(1, TestNotebook.of("%sources src")).error().text("evalue"))
        .contains("src/A.java is in no package");
    assertThat(run(1, TestNotebook.of("%maven commons-math")).error().text("evalue"))
        .contains("%maven takes GROUP:ARTIFACT:VERSION, not 'commons-math'");
  }

  @Test
  void aStudyRecordsWhatAnExpressionGives() throws Exception {
    new TestNotebook()
        .kernel("java", "java")
        .parameters("int depth = 1;\nlong seed = 0;")
        .code("double loss = depth * 0.5 + seed * 0.01;")
        .in(dir);
    Files.writeString(
        dir.resolve("study.yaml"),
        """
        template: report.ipynb
        vary: {depth: [1, 2]}
        repeat: 2
        seed: seed
        record: {loss: loss, half: loss / 2}
        goal: {loss: min}
        """);
    Ended ended = Platen.in(dir).run("sweep", "study.yaml", "--parallel", "2").exits(0);
    assertThat(ended.err()).contains("depth=1 better than depth=2");
    assertThat(Files.readString(dir.resolve("runs/runs.csv"))).contains("0.505", "0.255");
  }

  /**
   * Jupyter's own test of kernels, and its own client, by way of the kernelspec that is installed.
   */
  @Test
  void jupytersOwnTestOfKernelsPasses() throws Exception {
    String installed =
        Platen.in(dir).run("kernels", "install", "java", "--prefix", dir).exits(0).out().strip();
    assertThat(Path.of(installed)).isRegularFile();
    Path script =
        Path.of(Objects.requireNonNull(getClass().getResource("java_kernel_test.py")).toURI());
    String said =
        PythonOracle.run(
            List.of(
                "env",
                "JUPYTER_PATH=" + dir.resolve("share/jupyter"),
                TestEnvironment.python().toString(),
                script.toString()));
    assertThat(said).contains("OK").doesNotContain("FAILED");
  }
}
