package dev.platen.endtoend;

import static dev.platen.endtoend.PapermillDifference.A_CLEAN_EXIT_IS_CLEAN;
import static dev.platen.endtoend.PapermillDifference.BLANK_CELLS_ARE_SKIPPED;
import static dev.platen.endtoend.PapermillDifference.DEAD_KERNELS_ARE_DEAD;
import static dev.platen.endtoend.PapermillDifference.HIDING_KEEPS_THE_REST;
import static dev.platen.endtoend.PapermillDifference.STREAMS_ARE_MERGED;
import static dev.platen.endtoend.PapermillDifference.SUCCESS_IS_SAID;
import static dev.platen.endtoend.PapermillDifference.TAGGED_CELLS_ARE_SKIPPED;
import static dev.platen.endtoend.PapermillDifference.THE_LANGUAGE_IS_SAID;
import static dev.platen.endtoend.PapermillDifference.TIMEOUTS_ARE_TIMEOUTS;
import static dev.platen.endtoend.PapermillDifference.TOLERATED_ERRORS_ARE_TOLERATED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.PythonOracle;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonString;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.testkit.TestEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Papermill itself and Platen in its place, on the same notebooks with the same arguments: the
 * notebooks they write are equal, but for what {@link PapermillDifference} lists.
 */
class PapermillSideBySideIT {
  /**
   * One command line for both.
   *
   * @param exitCodes papermill's, and Platen's
   */
  record Case(
      String name,
      TestNotebook notebook,
      List<String> arguments,
      List<Integer> exitCodes,
      Set<PapermillDifference> differences) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String OUTPUT = "out.ipynb";
  private static final String STALE =
      "{\"name\": \"stdout\", \"output_type\": \"stream\", \"text\": [\"old\\n\"]}";

  @TempDir private static Path dir;

  private static final Map<String, Integer> PEERS_CODES = new LinkedHashMap<>();

  private static Case prepared(String name, TestNotebook notebook, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--prepare-only"));
    all.addAll(List.of(arguments));
    return new Case(name, notebook, all, List.of(0, 0), Set.of());
  }

  private static Case run(
      String name,
      TestNotebook notebook,
      List<Integer> exitCodes,
      Set<PapermillDifference> differences,
      String... arguments) {
    return new Case(name, notebook, List.of(arguments), exitCodes, differences);
  }

  private static TestNotebook template() {
    return new TestNotebook()
        .markdown("# Title")
        .parameters("a = 1\nb = 'x'\nc = None")
        .code("print(a, b, c)");
  }

  private static TestNotebook injected() {
    return template().code("# Parameters\na = 7\n", "injected-parameters").code("a");
  }

  static Stream<Case> cases() {
    return Stream.concat(preparations(), runs());
  }

  private static Stream<Case> preparations() {
    String yaml =
        "a: {d: 2024-01-02, t: 2001-12-14 21:59:43, yea: on, nay: off, y: y, nul: ~, oct: 012, sexa: 1:30,"
            + " hex: 0x1F, bin: 0b11, under: 1_000, e: 1e3, dot: 1.0e+3}";
    String file = "b: from-file\nc: from-file\n";
    String base64 = Base64.getEncoder().encodeToString("a: 64\nb: 64\n".getBytes(UTF_8));
    return Stream.of(
        prepared("values", template(), typed("1", "-5", "1.5", "True", "False", "None", "true")),
        prepared("spelled", template(), typed("1e3", "1_000", "007", " 5 ", "+3", "٣", "0x10")),
        prepared("unquoted", template(), typed("", "[1, 2]", "null", "99999999999999999999", "1.")),
        prepared("text", template(), typed("ü\"\\\n\t", "😀\u0001\u007f", "'", "{x}", "$HOME")),
        prepared("raw", template(), "-r", "a", "5", "-r", "b", "True"),
        prepared("yaml", template(), "-y", yaml, "-y", "b: [1, {x: .5}, \"q\"]"),
        prepared(
            "precedence",
            template().beside("params.yaml", file),
            "-y",
            "m: {x: 1, y: 2}",
            "-y",
            "m: {z: 3}",
            "-r",
            "d",
            "raw",
            "-p",
            "c",
            "typed",
            "-p",
            "d",
            "typed",
            "-f",
            "params.yaml",
            "-b",
            base64),
        prepared("nothing", template(), "-y", "[]", "-y", "false", "-y", "", "-b", "MA=="),
        prepared("paths", template(), "--inject-paths", "-p", "a", "2"),
        prepared("inputPath", template(), "--inject-input-path"),
        prepared("noTag", TestNotebook.of("a"), "-p", "a", "1"),
        prepared("replaced", injected(), "-p", "b", "y"),
        prepared("leftInForce", injected()),
        prepared("twoParametersCells", template().parameters("a = 2"), "-p", "a", "3"),
        prepared("hidden", template(), "--report-mode", "-p", "a", "2"),
        prepared(
            "language", template().kernel("python3", "klingon"), "-l", "python", "-p", "a", "2"),
        prepared("keepsOutputs", stale(new TestNotebook().code("print(1)"))),
        prepared("removesMarkers", marked()));
  }

  private static String[] typed(String... values) {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      arguments.addAll(List.of("-p", "v" + i, values[i]));
    }
    return arguments.toArray(String[]::new);
  }

  private static Stream<Case> runs() {
    List<Integer> fine = List.of(0, 0);
    List<Integer> failed = List.of(1, 1);
    TestNotebook shows =
        TestNotebook.of(
            "from IPython.display import display, clear_output, HTML\nh = display(HTML('a'), display_id='d')",
            "print('gone'); clear_output(); print('stays')\nprint('gone too'); clear_output(wait=True); 5",
            "h.update(HTML('b')); display({'x': 1})",
            "import sys, time\nfor i in range(3):\n    print(i, flush=True)\nprint('e', file=sys.stderr)");
    return Stream.of(
        run("plain", template(), fine, Set.of(SUCCESS_IS_SAID), "-p", "a", "2", "-p", "b", "ü"),
        run(
            "displays",
            shows,
            fine,
            Set.of(SUCCESS_IS_SAID, STREAMS_ARE_MERGED),
            "--execution-timeout",
            "-1"),
        run(
            "blank",
            TestNotebook.of("1", " \n"),
            fine,
            Set.of(SUCCESS_IS_SAID, BLANK_CELLS_ARE_SKIPPED)),
        run(
            "hiding",
            hiding(),
            fine,
            Set.of(SUCCESS_IS_SAID, HIDING_KEEPS_THE_REST),
            "--report-mode",
            "-p",
            "a",
            "1"),
        run(
            "staleOutputs",
            stale(
                new TestNotebook().code("import os\nos.environ['PYDEVD_DISABLE_FILE_VALIDATION']")),
            fine,
            Set.of(SUCCESS_IS_SAID)),
        run("error", TestNotebook.of("1", "1/0", "3").markdown("end"), failed, Set.of()),
        run("badMagic", TestNotebook.of("%nosuchmagic", "1"), failed, Set.of()),
        run("asks", TestNotebook.of("input()"), failed, Set.of()),
        run("exitOne", TestNotebook.of("import sys\nsys.exit(1)", "2"), failed, Set.of()),
        run(
            "exitZero",
            TestNotebook.of("import sys\nsys.exit(0)", "2"),
            fine,
            Set.of(A_CLEAN_EXIT_IS_CLEAN)),
        run(
            "tolerated",
            new TestNotebook().code("1/0", "raises-exception").code("2"),
            List.of(1, 0),
            Set.of(TOLERATED_ERRORS_ARE_TOLERATED)),
        run(
            "skipped",
            stale(new TestNotebook().code("print(1)", "skip-execution")).code("2"),
            fine,
            Set.of(SUCCESS_IS_SAID, TAGGED_CELLS_ARE_SKIPPED)),
        run(
            "dead",
            // Not at once, or the cell's number is lost with the kernel.
            TestNotebook.of("1")
                .code("import os, time\ntime.sleep(1)\nos._exit(3)", "stops")
                .code("3"),
            List.of(138, 138),
            Set.of(DEAD_KERNELS_ARE_DEAD, THE_LANGUAGE_IS_SAID)),
        run(
            "slow",
            TestNotebook.of("1").code("import time\ntime.sleep(60)", "stops").code("3"),
            failed,
            Set.of(TIMEOUTS_ARE_TIMEOUTS, THE_LANGUAGE_IS_SAID),
            "--execution-timeout",
            "2"));
  }

  private static TestNotebook stale(TestNotebook notebook) {
    return notebook
        .last("execution_count", JsonNumber.of(9))
        .last("outputs", new JsonArray(List.of(json(STALE))));
  }

  private static TestNotebook hiding() {
    JsonObject jupyter = JsonObject.EMPTY.with("outputs_hidden", JsonBoolean.TRUE);
    return template()
        .code("1")
        .last(
            "metadata",
            JsonObject.EMPTY
                .with("jupyter", jupyter)
                .with("tags", JsonArray.ofStrings(List.of("keeps"))));
  }

  private static TestNotebook marked() {
    return new TestNotebook()
        .markdown("<span>An Exception was encountered</span>")
        .last(
            "metadata",
            JsonObject.EMPTY.with("tags", JsonArray.ofStrings(List.of("papermill-error-cell-tag"))))
        .code("1/0");
  }

  private static JsonObject json(String text) {
    try {
      return (JsonObject) JsonReader.read(text);
    } catch (JsonSyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeAll
  static void papermillRunsThemAll() throws Exception {
    List<JsonValue> lines = new ArrayList<>();
    List<Case> cases = cases().toList();
    for (Case each : cases) {
      Path folder = folder("papermill", each);
      lines.add(
          new JsonArray(
              List.of(new JsonString(folder.toString()), JsonArray.ofStrings(arguments(each)))));
    }
    Path file = dir.resolve("cases.json");
    Files.write(file, JsonWriter.compactBytes(new JsonArray(lines)));
    Path script = Path.of(PapermillSideBySideIT.class.getResource("papermill_cases.py").toURI());
    String printed = PythonOracle.run(script, file.toString());
    JsonArray codes =
        (JsonArray) JsonReader.read(printed.lines().reduce((a, b) -> b).orElseThrow());
    for (int i = 0; i < cases.size(); i++) {
      Number code = ((JsonNumber) codes.values().get(i)).value();
      PEERS_CODES.put(cases.get(i).name(), code.intValue());
    }
  }

  private static Path folder(String tool, Case each) throws IOException {
    Path folder = Files.createDirectories(dir.resolve(tool).resolve(each.name()));
    each.notebook().in(folder);
    return folder;
  }

  private static List<String> arguments(Case each) {
    List<String> all = new ArrayList<>(List.of("report.ipynb", OUTPUT, "--no-progress-bar"));
    all.addAll(each.arguments());
    return all;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void platenWritesWhatPapermillWrites(Case each) throws Exception {
    Path folder = folder("platen", each);
    List<String> arguments = new ArrayList<>(List.of("papermill"));
    arguments.addAll(arguments(each));
    Platen.in(folder).run(arguments.toArray()).exits(each.exitCodes().get(1));
    assertThat(PEERS_CODES.get(each.name())).isEqualTo(each.exitCodes().get(0));

    JsonObject expected = comparable(dir.resolve("papermill").resolve(each.name()));
    for (PapermillDifference difference : each.differences()) {
      JsonObject changed = difference.apply(expected);
      assertThat(changed).as("%s makes a difference", difference).isNotEqualTo(expected);
      expected = changed;
    }
    assertThat(text(comparable(folder))).isEqualTo(text(expected));
  }

  @ParameterizedTest
  @EnumSource
  void everyDifferenceIsDocumented(PapermillDifference difference) throws Exception {
    assertThat(TestEnvironment.root().resolve("docs/papermill.md"))
        .content()
        .contains(difference.words());
  }

  @Test
  void everyDifferenceIsSeenInSomeCase() {
    assertThat(cases().flatMap(each -> each.differences().stream()))
        .contains(PapermillDifference.values());
  }

  private static String text(JsonObject notebook) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      JsonWriter.indented(notebook, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(UTF_8);
  }

  /** Without times, random ids and who wrote it; lists of lines as whole texts. */
  private static JsonObject comparable(Path folder) throws Exception {
    JsonObject notebook = (JsonObject) JsonReader.read(Files.readAllBytes(folder.resolve(OUTPUT)));
    List<JsonValue> cells = new ArrayList<>();
    for (JsonValue each : notebook.array("cells")) {
      JsonObject cell = ((JsonObject) each).without("id");
      JsonObject metadata = timeless(cell.object("metadata"));
      if (metadata.array("tags").contains(new JsonString("stops"))) {
        // Which message of the stopped cell was the last is chance.
        metadata = metadata.without("execution");
      }
      if (metadata.has("execution")) {
        List<String> keys =
            metadata.object("execution").members().keySet().stream().sorted().toList();
        metadata = metadata.with("execution", JsonArray.ofStrings(keys));
      }
      cells.add(whole(cell.with("metadata", metadata)));
    }
    JsonObject metadata = timeless(notebook.object("metadata"));
    if (metadata.has("language_info")) {
      JsonObject info = metadata.object("language_info");
      metadata = metadata.with("language_info", info.with("version", JsonNull.NULL));
    }
    JsonObject papermill = metadata.object("papermill");
    assertThat(papermill.text("version")).isNotEmpty();
    return notebook
        .with("cells", new JsonArray(cells))
        .with("metadata", metadata.with("papermill", papermill.with("version", JsonNull.NULL)));
  }

  private static JsonObject timeless(JsonObject metadata) {
    return metadata.has("papermill")
        ? metadata.with(
            "papermill",
            metadata.object("papermill").without(Set.of("start_time", "end_time", "duration")))
        : metadata;
  }

  private static JsonObject whole(JsonObject cell) {
    List<JsonValue> outputs = new ArrayList<>();
    for (JsonValue output : cell.array("outputs")) {
      outputs.add(joined((JsonObject) output, "text"));
    }
    JsonObject joined = joined(cell, "source");
    return cell.has("outputs") ? joined.with("outputs", new JsonArray(outputs)) : joined;
  }

  private static JsonObject joined(JsonObject of, String key) {
    StringBuilder text = new StringBuilder();
    of.array(key).forEach(line -> text.append(((JsonString) line).value()));
    return of.value(key) instanceof JsonArray ? of.with(key, new JsonString(text.toString())) : of;
  }
}
