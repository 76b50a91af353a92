package dev.platen.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.execute.RunStatus;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonWriter;
import dev.platen.parameter.Parameters;
import dev.platen.run.RunFolder;
import dev.platen.run.provenance.FileRecord;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.ledger.RunInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page's data says of the runs' figures and of what they depended on. */
class SharedFiguresTest {
  private static final String NOTEBOOK =
      """
      {"cells": [
        {"cell_type": "markdown", "id": "m", "metadata": {},
         "source": "# Not this\\n```\\n# nor this\\n```\\n## The [data](x.csv) *here* ##\\n"},
        {"cell_type": "code", "id": "0badcafe", "metadata": {}, "outputs": [], "execution_count": 1,
         "source": "#| label: fig-a\\n#| fig-alt: Two clouds\\nplot()"},
        %s
        {"cell_type": "code", "id": "bills", "metadata": {}, "outputs": [], "execution_count": 2,
         "source": "%s"}
       ], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
      """;
  private static final String MORE =
      "{\"cell_type\": \"raw\", \"id\": \"r\", \"metadata\": {}, \"source\": \"\"},";

  @TempDir private Path dir;
  private final SampleRuns sample = new SampleRuns("mse", true);
  private final List<PastRun> runs = new ArrayList<>();

  private Path run(String name, RunInputs inputs, String notebook, String... figures)
      throws IOException {
    return run(name, RunStatus.SUCCEEDED, inputs, notebook, figures);
  }

  private Path run(
      String name, RunStatus status, RunInputs inputs, String notebook, String... figures)
      throws IOException {
    Path folder = Files.createDirectories(dir.resolve(name + "~abcdef"));
    Files.writeString(folder.resolve("notebook.ipynb"), notebook);
    for (String figure : figures) {
      Path file = folder.resolve("figures").resolve(figure);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
    PastRun past = sample.run(name, Parameters.EMPTY, status, Map.of(), runs.size(), "");
    runs.add(
        new PastRun(
            new RunFolder(folder),
            past.status(),
            true,
            "",
            past.title(),
            past.template(),
            past.parameters(),
            past.trial(),
            past.metrics(),
            past.started(),
            past.seconds(),
            past.peakMemory(),
            "",
            inputs));
    return folder;
  }

  private static RunInputs inputs(String code, FileRecord... files) {
    return new RunInputs(
        "/project",
        "report.ipynb",
        code,
        Optional.empty(),
        Optional.of(
            new RunInputs.Python(
                "3.11",
                "python",
                "/env",
                Optional.empty(),
                Optional.of(Map.of("numpy", "2.4")),
                List.of(files),
                List.of())),
        Optional.empty());
  }

  private static FileRecord file(String path, String hash) {
    return new FileRecord(path, 1, Optional.empty(), Optional.of(hash), List.of());
  }

  private JsonObject figures() {
    RunShelf shelf = new RunShelf();
    shelf.begin();
    return JsonObject.build(o -> new FigureData(runs, shelf).addTo(o));
  }

  private JsonObject inputs() {
    RunShelf shelf = new RunShelf();
    shelf.begin();
    return JsonObject.build(o -> new InputData(runs, shelf).addTo(o));
  }

  private static String text(JsonObject json, String key) {
    return JsonWriter.compactText(new JsonArray(json.array(key)));
  }

  @Test
  void aFigureIsTheSameByItsCellsIdThoughTheCellHasMoved() throws IOException {
    String code = "c".repeat(64);
    run("a", inputs(code), NOTEBOOK.formatted("", "x"), "cell-02-1.png", "cell-03-1.svg");
    run("b", inputs(code), NOTEBOOK.formatted(MORE, "x"), "cell-02-1.png", "cell-04-1.svg");
    run("c", inputs(code), NOTEBOOK.formatted("", "x"), "cell-02-1.png", "cell-03-1.svg");
    run("d", inputs(code), NOTEBOOK.formatted("", "x"));
    JsonObject data = figures();
    assertThat(text(data, "figures"))
        .isEqualTo(
            "[{\"id\":\"0badcafe/1\",\"cell\":2,\"nth\":1,\"heading\":\"The data here\","
                + "\"label\":\"fig-a\",\"words\":\"Two clouds\"},"
                + "{\"id\":\"bills/1\",\"cell\":3,\"nth\":1,\"heading\":\"The data here\","
                + "\"label\":\"bills\"}]");
    assertThat(text(data, "figureFiles"))
        .isEqualTo("[[0,\"cell-02-1.png\"],[1,\"cell-03-1.svg\"],[1,\"cell-04-1.svg\"]]");
    assertThat(text(data, "figureSets")).isEqualTo("[[0,1],[0,2],[]]");
    assertThat(text(data, "figuresOf")).isEqualTo("[0,1,0,2]");
  }

  @Test
  void withoutAReadableNotebookAFigureHasItsCellsNumber() throws IOException {
    run("a", RunInputs.NONE, "{broken", "cell-12-2.png");
    assertThat(text(figures(), "figures"))
        .isEqualTo("[{\"id\":\"cell-12/2\",\"cell\":12,\"nth\":2}]");
  }

  @Test
  void whatNoRunWroteIsNoFigure() throws IOException {
    run(
        "a",
        RunInputs.NONE,
        "",
        "x.png",
        "cell-1-1.html",
        "cell-1-1.png\" onerror=\"x",
        "cell-0.png");
    assertThat(figures()).isEqualTo(JsonObject.EMPTY);
  }

  @Test
  void inputsThatAllRunsShareAreCountedAndOnlyTheOthersNamed() throws IOException {
    FileRecord same = file("same.py", "s".repeat(64));
    run("a", inputs("1".repeat(64), same, file("m.py", "a")), NOTEBOOK.formatted("", "x"));
    run("b", inputs("2".repeat(64), same, file("m.py", "b")), NOTEBOOK.formatted(MORE, "y"));
    run("c", inputs("1".repeat(64), same, file("m.py", "a")), NOTEBOOK.formatted("", "x"));
    JsonObject data = inputs();
    assertThat(JsonWriter.compactText(data.object("sameInputs")))
        .isEqualTo("{\"environment\":3,\"package\":1,\"code\":1,\"cell\":1}");
    assertThat(text(data, "inputsOf")).isEqualTo("[0,1,0]");
    assertThat(text(data, "inputSets")).isEqualTo("[[0,1,2],[3,4,5]]");
    assertThat(data.array("inputs").stream().map(JsonWriter::compactText))
        .startsWith(
            "[\"template\",\"code of the template\",\"111111111111\"]", "[\"code\",\"m.py\",\"a\"]")
        .filteredOn(fact -> fact.startsWith("[\"cell\""))
        .hasSize(2)
        .allSatisfy(fact -> assertThat(fact).startsWith("[\"cell\",\"bills\",\""));
  }

  @Test
  void aRunUnderWayDiffersInNothingForItHasNotToldYet() throws IOException {
    RunInputs known = inputs("1".repeat(64), file("m.py", "a"));
    RunInputs begun =
        new RunInputs(
            "/project",
            "report.ipynb",
            "1".repeat(64),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    run("a", known, NOTEBOOK.formatted("", "x"));
    run("b", RunStatus.RUNNING, begun, NOTEBOOK.formatted("", "x"));
    run("c", known, NOTEBOOK.formatted("", "x"));
    JsonObject data = inputs();
    assertThat(text(data, "inputs")).isEqualTo("[]");
    assertThat(text(data, "inputsOf")).isEqualTo("[0,null,0]");
    assertThat(JsonWriter.compactText(data.object("sameInputs")))
        .contains("\"template\":1", "\"code\":1", "\"package\":1");
  }

  @Test
  void ofARunThatLostItsKernelOnlyTheTemplateIsCompared() throws IOException {
    RunInputs known = inputs("1".repeat(64), file("m.py", "a"));
    RunInputs lost =
        new RunInputs(
            "/project",
            "report.ipynb",
            "2".repeat(64),
            known.kernel(),
            Optional.empty(),
            Optional.empty());
    run("a", known, NOTEBOOK.formatted("", "x"));
    Path run = run("b", RunStatus.KERNEL_LOST, lost, "");
    Files.delete(run.resolve("notebook.ipynb"));
    JsonObject data = inputs();
    assertThat(JsonWriter.compactText(data.object("sameInputs")))
        .contains("\"environment\":3", "\"code\":1", "\"package\":1");
    assertThat(data.array("inputs").stream().map(JsonWriter::compactText))
        .allSatisfy(fact -> assertThat(fact).startsWith("[\"template\""))
        .hasSize(2);
    assertThat(text(data, "inputsUntold")).isEqualTo("[1]");
  }

  @Test
  void whereANotebookIsMissingNoCellIsSaidToDiffer() throws IOException {
    run("a", inputs("1".repeat(64)), NOTEBOOK.formatted("", "x"));
    Files.delete(run("b", inputs("2".repeat(64)), "").resolve("notebook.ipynb"));
    assertThat(text(inputs(), "inputs")).contains("template").doesNotContain("\"cell\"");
  }

  @Test
  void tooManyFilesOfTheirOwnAreOneHashThatStillTellsRunsApart() throws IOException {
    for (int i = 0; i < 3; i++) {
      FileRecord[] files = new FileRecord[InputData.MOST_OF_A_KIND / 2 + 1];
      for (int j = 0; j < files.length; j++) {
        files[j] = file("run" + (i % 2) + "/" + j, "h");
      }
      run("r" + i, inputs("c", files), "");
    }
    JsonObject data = inputs();
    assertThat(data.array("inputs")).hasSize(2);
    assertThat(text(data, "inputs")).contains("too many to name").contains("\"10001: ");
    assertThat(text(data, "inputsOf")).isEqualTo("[0,1,0]");
  }
}
