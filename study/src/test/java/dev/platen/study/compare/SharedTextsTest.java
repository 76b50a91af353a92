package dev.platen.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.execute.RunStatus;
import dev.platen.hash.Sha256;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonWriter;
import dev.platen.parameter.Parameters;
import dev.platen.run.RunFolder;
import dev.platen.run.provenance.FileRecord;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.ledger.RunInputs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page takes in of the texts and tables that runs showed, and of the code that ran. */
class SharedTextsTest {
  private static final TextBudget PLENTY = new TextBudget();
  private static final String NOTEBOOK =
      """
      {"cells": [{"cell_type": "code", "id": "train", "metadata": {%s}, "execution_count": 1,
        "source": "fit()", "outputs": [%s]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
      """;

  @TempDir private Path dir;
  private final SampleRuns sample = new SampleRuns("mse", true);
  private final List<PastRun> runs = new ArrayList<>();

  private void run(String name, RunInputs inputs, String notebook) throws IOException {
    Path folder = Files.createDirectories(dir.resolve(name + "~abcdef"));
    Files.writeString(folder.resolve("notebook.ipynb"), notebook);
    PastRun past =
        sample.run(name, Parameters.EMPTY, RunStatus.SUCCEEDED, Map.of(), runs.size(), "");
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
  }

  private void run(String name, String... outputs) throws IOException {
    run(name, RunInputs.NONE, NOTEBOOK.formatted("", String.join(",", outputs)));
  }

  private static String stream(String name, String text) {
    return "{\"output_type\":\"stream\",\"name\":\"%s\",\"text\":\"%s\"}".formatted(name, text);
  }

  private static String result(String data) {
    return "{\"output_type\":\"execute_result\",\"execution_count\":1,\"metadata\":{},\"data\":{%s}}"
        .formatted(data);
  }

  private JsonObject data(TextBudget budget) {
    RunShelf shelf = new RunShelf();
    shelf.begin();
    return JsonObject.build(o -> new OutputData(runs, runs, shelf, budget).addTo(o));
  }

  private static String text(JsonObject json, String key) {
    return JsonWriter.compactText(new JsonArray(json.array(key)));
  }

  @Test
  void streamsThatFollowEachOtherAreOneTextAndTheSameTextIsWrittenOnce() throws IOException {
    run("a", stream("stdout", "1\\n"), stream("stdout", "2\\n"), stream("stderr", "careful"));
    run("b", stream("stdout", "1\\n2"));
    run("c");
    JsonObject data = data(PLENTY);
    assertThat(text(data, "outputs"))
        .isEqualTo(
            "[{\"id\":\"train/text-1\",\"kind\":\"text\",\"cell\":1,\"nth\":1,\"label\":\"train\"},"
                + "{\"id\":\"train/text-2\",\"kind\":\"text\",\"cell\":1,\"nth\":2,\"label\":\"train\"}]");
    assertThat(text(data, "outputContents")).isEqualTo("[\"1\\n2\",\"careful\"]");
    assertThat(text(data, "outputsOf")).isEqualTo("[[0,1,0,1,1,1],[0,1,0],[]]");
  }

  @Test
  void aTableIsItsCellsAndWhatIsDrawnIsNoText() throws IOException {
    run(
        "a",
        result("\"text/html\":\"<table><tr><td>1</td></tr></table>\",\"text/plain\":\"1\""),
        result("\"image/png\":\"aGk=\",\"text/plain\":\"<Figure>\""),
        result("\"application/vnd.plotly.v1+json\":{},\"text/html\":\"<div>\""),
        result("\"text/html\":\"<script>x</script>\",\"text/plain\":\"<x>\""),
        result("\"text/plain\":\"0.5\""));
    assertThat(text(data(PLENTY), "outputContents"))
        .isEqualTo("[{\"heads\":0,\"side\":0,\"rows\":[[\"1\"]]},\"0.5\"]");
  }

  @Test
  void whatTheAuthorRemovedFromTheReportStaysOut() throws IOException {
    String tags = "\"tags\":[\"remove-output\"]";
    run("a", RunInputs.NONE, NOTEBOOK.formatted(tags, stream("stdout", "secret")));
    assertThat(data(PLENTY)).isEqualTo(JsonObject.EMPTY);
  }

  @Test
  void ofALongTextBothEndsStay() {
    String text = RunOutputs.shortened("a".repeat(5000) + "\ud83d\udc27".repeat(5000));
    assertThat(text)
        .startsWith("aaa")
        .endsWith("\ud83d\udc27")
        .contains("\n… 11000 characters are left out …\n")
        .hasSizeLessThan(RunOutputs.MOST_CHARS + 60);
    assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(text);
  }

  @Test
  void aRunThatTheBudgetDoesNotHoldIsKnownToBeLeftOut() throws IOException {
    run("a", stream("stdout", "<".repeat(20)));
    run("b", stream("stdout", "<".repeat(21)));
    run("c", stream("stdout", "<".repeat(20)));
    run("d", RunInputs.NONE, "{broken");
    JsonObject data = data(new TextBudget(150, 10_000));
    assertThat(text(data, "outputsOf")).isEqualTo("[[0,1,0],null,null,null]");
    assertThat(text(data(new TextBudget(150, 300)), "outputsOf"))
        .isEqualTo("[[0,1,0],null,null,[]]");
  }

  @Test
  void codeIsShownAsItRanFromASnapshotOrAsLongAsTheFileIsTheSame() throws IOException {
    Path project = Files.createDirectories(dir.resolve("project"));
    Files.createDirectories(dir.resolve("snapshots/abc"));
    Files.writeString(dir.resolve("snapshots/abc/model.py"), "width = 8");
    Files.writeString(project.resolve("model.py"), "width = 16");
    Files.writeString(project.resolve("plots.py"), "changed since");
    String notebook = NOTEBOOK.formatted("", "");
    run("a", inputs(project, file("model.py", "width = 8"), file("plots.py", "then")), notebook);
    run("b", inputs(project, file("model.py", "width = 16"), file("/dev/zero", "then")), notebook);
    RunShelf shelf = new RunShelf();
    shelf.begin();
    JsonObject data = JsonObject.build(o -> new InputData(runs, shelf).addTo(o));
    assertThat(data.array("inputs").stream().map(JsonWriter::compactText))
        .satisfiesExactly(
            fact ->
                assertThat(fact).startsWith("[\"code\",\"model.py\"").endsWith("\"width = 8\"]"),
            fact -> assertThat(fact).startsWith("[\"code\",\"plots.py\"").doesNotContain("changed"),
            fact ->
                assertThat(fact).startsWith("[\"code\",\"model.py\"").endsWith("\"width = 16\"]"),
            fact -> assertThat(fact).startsWith("[\"code\",\"/dev/zero\""));
  }

  private static RunInputs inputs(Path project, FileRecord... files) {
    return new RunInputs(
        project.toString(),
        "report.ipynb",
        "c".repeat(64),
        Optional.empty(),
        Optional.of(
            new RunInputs.Python(
                "3.11",
                "python",
                "/env",
                Optional.empty(),
                Optional.empty(),
                List.of(files),
                List.of())),
        Optional.empty());
  }

  private static FileRecord file(String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new FileRecord(
        path, bytes.length, Optional.empty(), Optional.of(Sha256.of(bytes)), List.of());
  }
}
