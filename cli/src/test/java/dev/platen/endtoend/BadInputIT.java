package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notebooks, parameters and options that are wrong: said in four lines, and nothing is started. */
class BadInputIT {
  private static final TestNotebook GOOD =
      new TestNotebook().parameters("hidden: int = 8\nlr = 0.1").code("1");

  @TempDir private Path dir;

  @AfterEach
  void nothingWasStarted() {
    Platen platen = Platen.in(dir);
    assertThat(dir.resolve("runs")).doesNotExist();
    assertThat(platen.temporaryFiles()).isEmpty();
  }

  private Ended run(Object... arguments) {
    List<Object> command = new ArrayList<>(List.of("run"));
    command.addAll(List.of(arguments));
    return Platen.in(dir).run(command.toArray());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text);
  }

  private Path file(JsonObject notebook) throws IOException {
    return Files.write(dir.resolve("report.ipynb"), JsonWriter.compactBytes(notebook));
  }

  @Test
  void aFileThatIsNoJson() throws IOException {
    run(file("report.ipynb", "x = 1\n"))
        .exits(3)
        .saysError("the file is not a notebook", "report.ipynb:1:1", "x = 1", ".ipynb");
  }

  @Test
  void aWebPageSavedAsNotebook() throws IOException {
    run(file("report.ipynb", "<!DOCTYPE html>\n<html><head><title>GitHub</title></head></html>"))
        .exits(3)
        .saysError("the file is not a notebook", "report.ipynb", "an HTML page", "'Raw'");
  }

  @Test
  void jsonThatIsNoNotebook() throws IOException {
    run(file("report.ipynb", "{\"name\": 1}"))
        .exits(3)
        .saysError("JSON, but not a notebook", "report.ipynb", "'name'", ".ipynb");
  }

  @Test
  void anEmptyFile() throws IOException {
    run(file("report.ipynb", "")).exits(3).saysError("not a notebook", "report.ipynb", "empty", "");
  }

  @Test
  void everyFaultInTheNotebookIsListedWithItsPlace() throws IOException {
    List<JsonValue> cells = new ArrayList<>(GOOD.toJson().array("cells"));
    cells.set(0, ((JsonObject) cells.get(0)).with("cell_type", new JsonString("poem")));
    cells.set(1, ((JsonObject) cells.get(1)).without("metadata"));
    cells.add(JsonObject.build(o -> o.put("cell_type", "markdown").put("source", 7)));
    Ended ended = run(file(GOOD.toJson().with("cells", new JsonArray(cells)))).exits(3);
    ended.saysError("doesn't follow nbformat 4", "report.ipynb", "faults", "Jupyter");
    assertThat(ended.err())
        .contains("cells[0].cell_type: ")
        .contains("cells[1].metadata: is missing")
        .contains("cells[2].source: ");
  }

  @Test
  void aFormatOfTheFuture() throws IOException {
    run(file(GOOD.toJson().with("nbformat", JsonNumber.of(5L))))
        .exits(3)
        .saysError("format can't be read", "report.ipynb", "nbformat 5", "nbformat 4");
  }

  @Test
  void aNotebookWithoutKernel() throws IOException {
    run(file(GOOD.toJson().with("metadata", JsonObject.EMPTY)))
        .exits(4)
        .saysError("names no kernel", "report.ipynb, metadata.kernelspec.name", "", "--kernel");
  }

  @Test
  void aKernelThatNobodyHas() {
    run(GOOD.in(dir), "--kernel", "julia-1.9")
        .exits(4)
        .saysError("no kernel named 'julia-1.9'", "--kernel", "python3", "--kernel python3");
  }

  @Test
  void aKernelOfALanguageThatNobodyHas() {
    run(new TestNotebook().code("1").kernel("julia-1.9", "julia").in(dir))
        .exits(4)
        .saysError("no kernel named 'julia-1.9'", "metadata.kernelspec.name", "python3", "kernels");
  }

  @Test
  void aTemplateThatIsNotThere() {
    run("missing.ipynb")
        .exits(5)
        .saysError("can't read 'missing.ipynb'", "missing.ipynb", "no such file", "check the name");
  }

  @Test
  void aParameterWhoseNameIsNoName() {
    run(GOOD.in(dir), "--allow-unknown", "1st=3")
        .exits(3)
        .saysError("'1st' can't be the name of a parameter", "'1st'", "Python", "digits");
  }

  @Test
  void aParameterGivenTwice() {
    Ended ended = run(GOOD.in(dir), "hidden=3", "hidden=4").exits(3);
    assertThat(ended.err())
        .isEqualTo(
            """
            error: parameter 'hidden' is given twice
              where: arguments 'hidden=3' and 'hidden=4'
              mend:  keep one of them
            """);
  }

  @Test
  void aParameterThatTheTemplateDoesNotKnow() {
    run(GOOD.in(dir), "hiden=3")
        .exits(3)
        .saysError(
            "the template has no parameter 'hiden'",
            "report.ipynb, the cell tagged 'parameters'",
            "hidden, lr",
            "did you mean 'hidden'?");
  }

  @Test
  void aParameterOfAnotherType() {
    run(GOOD.in(dir), "hidden=many")
        .exits(3)
        .saysError("'hidden' takes int", "argument 'hidden=many'", "str 'many'", "such as 8");
  }

  @Test
  void anArgumentWithoutName() {
    run(GOOD.in(dir), "many")
        .exits(3)
        .saysError("'many' gives no parameter a value", "argument 'many'", "no '='", "name=value");
  }

  @Test
  void aYamlFileWithAFaultIsShownAtItsPlace() throws IOException {
    Path yaml = file("params.yaml", "hidden: 8\nlr: [0.1, 0.2\nseed: 1\n");
    Ended ended = run(GOOD.in(dir), "-f", yaml).exits(3);
    ended.saysError("expected ',' or ']'", "params.yaml:3:", "seed: 1\n", "YAML");
    assertThat(ended.err()).containsPattern("\n +\\^\n");
  }

  @Test
  void aYamlValueOfAnotherTypeNamesTheFile() throws IOException {
    run(GOOD.in(dir), "-f", file("params.yaml", "hidden: many\n"))
        .exits(3)
        .saysError("'hidden' takes int", "params.yaml", "'many'", "such as 8");
  }

  @Test
  void anUnknownOption() {
    Ended ended = run(GOOD.in(dir), "--cel-timeout", "3s").exits(2);
    assertThat(ended.err()).startsWith("error: unknown option").contains("--cel-timeout");
    assertThat(ended.err()).contains("\n  mend:  ").doesNotContain("Exception");
  }

  @Test
  void aValueThatAnOptionDoesNotTake() {
    Ended ended = run(GOOD.in(dir), "--timeout", "soon").exits(2);
    assertThat(ended.err())
        .contains("'--timeout': 'soon' is no time such as 90s, 30m or 2h")
        .contains("mend:  ");
  }

  @Test
  void noCommandAtAllShowsWhichThereAre() {
    Ended ended = Platen.in(dir).run().exits(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("run", "verify", "recover", "html", "params", "kernels");
  }

  @Test
  void anUnknownCommand() {
    Ended ended = Platen.in(dir).run("rnu").exits(2);
    assertThat(ended.err()).startsWith("error: ").contains("'rnu'").contains("\n  mend:  ");
  }

  @Test
  void lettersBeyondTheLocaleAreNotGuessed() {
    Platen platen = Platen.in(dir).with("LC_ALL", "C");
    platen
        .run("run", GOOD.in(dir), "lr=ü")
        .exits(2)
        .saysError("letters that this locale doesn't know", "lr=", "locale", "LC_ALL=C.UTF-8");
  }

  @Test
  void aWorkingFolderThatIsNotThere() {
    run(GOOD.in(dir), "--cwd", "nowhere")
        .exits(5)
        .saysError("working folder isn't there", "nowhere", "no such folder", "exists");
  }

  @Test
  void oneBadNotebookKeepsHtmlNotFromTheOthers() throws IOException {
    Path bad = file("bad.ipynb", "no");
    Path good = GOOD.in(dir);
    Ended ended = Platen.in(dir).run("html", bad, good).exits(3);
    assertThat(ended.out()).isEqualTo(dir.resolve("report.html") + "\n");
    assertThat(ended.err()).startsWith("error: the file is not a notebook");
    assertThat(dir.resolve("bad.html")).doesNotExist();
  }

  @Test
  void parametersForATemplateThatTagsNoCell() {
    run(TestNotebook.of("epochs = 5").in(dir), "epochs=3")
        .exits(3)
        .saysError("no cell is tagged 'parameters'", "report.ipynb", "epochs", "--allow-unknown");
  }

  @Test
  void aParametersFileThatIsNoUtf8() throws IOException {
    Path file = Files.write(dir.resolve("latin.yaml"), new byte[] {'n', ':', ' ', (byte) 0xfc});
    Ended ended = run(GOOD.in(dir), "-f", file).exits(3);
    assertThat(ended.err()).contains("no UTF-8 text", "latin.yaml", "save it as UTF-8");
  }

  @Test
  void aTemplateThatIsAFolder() {
    run(dir).exits(5).saysError("can't read", "", "a folder", "name a file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "swep t.ipynb           | unknown command: 'swep'               | did you mean 'sweep'?",
        "run t.ipynb --tmeout=3 | unknown option: '--tmeout=3'          | did you mean '--timeout'?",
        "run t.ipynb --nosuch   | unknown option: '--nosuch'            | see 'platen run --help'",
        "run t.ipynb --env FOO  | 'FOO' is no NAME=VALUE, which --env   | see 'platen run --help'",
        "sweep t.ipynb --retries x | '--retries': 'x' is no whole number | see 'platen sweep --help'",
        "kernels x              | unknown command: 'x'                  | see 'platen kernels --help'",
        "completion x           | one argument too many: 'x'            | see 'platen completion --help'",
      })
  void aSlipOnTheCommandLineIsSaidInPlainWords(String command, String what, String mend) {
    Ended ended = Platen.in(dir).run((Object[]) command.split(" ")).exits(2);
    assertThat(ended.err()).startsWith("error: ").contains(what).contains("mend:  " + mend);
  }
}
