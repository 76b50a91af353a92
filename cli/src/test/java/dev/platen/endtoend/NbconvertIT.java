package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.notebook.CodeCell;
import dev.platen.notebook.json.NotebookReader;
import dev.platen.testkit.TestEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** nbconvert's command line: what it writes where, and how it ends. */
class NbconvertIT {
  private static final String NOTEBOOK =
      """
      {"cells": [
        {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# Wages"},
        {"cell_type": "code", "id": "b", "metadata": {"tags": ["draft"]}, "execution_count": 7,
         "source": "%matplotlib inline\\nprint('spam')",
         "outputs": [
           {"output_type": "stream", "name": "stdout", "text": "spam\\n"},
           {"output_type": "display_data", "metadata": {},
            "data": {"image/png": "iVBORw0KGgo=", "text/plain": "<Figure>"}}]}],
       "metadata": {"language_info": {"name": "python", "file_extension": ".py"}},
       "nbformat": 4, "nbformat_minor": 5}
      """;

  @TempDir private Path dir;

  @BeforeEach
  void notebooks() throws IOException {
    Files.writeString(dir.resolve("one.ipynb"), NOTEBOOK);
    Files.writeString(dir.resolve("two.ipynb"), NOTEBOOK);
  }

  private Ended run(Object... arguments) {
    return Platen.in(dir)
        .run(Stream.concat(Stream.of("nbconvert"), Stream.of(arguments)).toArray());
  }

  private String read(String name) throws IOException {
    return Files.readString(dir.resolve(name));
  }

  private CodeCell code(String name) throws IOException {
    return (CodeCell)
        NotebookReader.read(Files.readAllBytes(dir.resolve(name)), name).cells().get(1);
  }

  @Test
  void oneBadNotebookKeepsNobodyFromTheOthers() throws IOException {
    Files.writeString(dir.resolve("bad.ipynb"), "no");
    Ended ended = run("--to", "markdown", "bad.ipynb", "missing.ipynb", "one.ipynb", "two.ipynb");
    ended.exits(5).saysError("not a notebook", "bad.ipynb", "", "");
    assertThat(ended.err()).contains("error: can't read 'missing.ipynb'");
    assertThat(ended.out()).isEmpty();
    assertThat(read("one.md")).contains("# Wages", "![png](one_files/one_1_1.png)");
    assertThat(dir.resolve("two_files/two_1_1.png")).isRegularFile();
    assertThat(dir.resolve("bad.md")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"figures/{notebook_name}, figures/one", "., .", "'a b/', a b"})
  void imagesLieWhereTheyAreAskedFor(String asked, String folder) throws IOException {
    run("--to", "markdown", "--NbConvertApp.output_files_dir=" + asked, "one.ipynb").exits(0);
    assertThat(dir.resolve(folder).resolve("one_1_1.png")).isRegularFile();
    assertThat(read("one.md")).contains("(" + folder.replace(" ", "%20") + "/one_1_1.png)");
  }

  @Test
  void patternsAndNamesWithoutEndingFindTheirNotebooks() {
    run("--to=script", "*.ipynb", "--output-dir", "out/deep").exits(0);
    assertThat(dir.resolve("out/deep/one.py")).content().contains("# In[7]:", "get_ipython()");
    assertThat(dir.resolve("out/deep/two.py")).isRegularFile();
    assertThat(run("--to", "script", "--stdout", "one").exits(0).out()).contains("print('spam')");
  }

  @ParameterizedTest
  @CsvSource({
    "html,     report.html",
    "markdown, report.md",
    "script,   report.py",
    "notebook, report.ipynb"
  })
  void outputNamesTheDocumentWithOrWithoutItsEnding(String format, String name) {
    run("--to", format, "--output", name, "one.ipynb").exits(0);
    assertThat(dir.resolve(name)).isRegularFile();
    run("--to", format, "--output", "x-{notebook_name}", "one.ipynb", "two.ipynb").exits(0);
    assertThat(dir.resolve(name.replace("report", "x-two"))).isRegularFile();
  }

  @Test
  void twoNotebooksNeverShareADocument() {
    run("--to", "script", "--output", "same", "one.ipynb", "two.ipynb").exits(2);
    assertThat(dir.resolve("same.py")).isRegularFile();
  }

  @Test
  void outputsAreClearedInPlaceOrElsewhere() throws IOException {
    run("--clear-output", "--to", "notebook", "--output", "clean", "one.ipynb").exits(0);
    assertThat(code("clean.ipynb").outputs()).isEmpty();
    assertThat(code("one.ipynb").outputs()).hasSize(2);
    run("--clear-output", "--inplace", "one.ipynb").exits(0);
    assertThat(code("one.ipynb").outputs()).isEmpty();
    run("--to", "notebook", "two.ipynb").exits(0);
    assertThat(code("two.nbconvert.ipynb").outputs()).hasSize(2);
  }

  @Test
  void whatIsLeftOutIsNotInTheDocument() {
    assertThat(run("--to", "html", "--no-input", "--stdout", "one.ipynb").exits(0).out())
        .contains("spam")
        .doesNotContain("matplotlib");
    assertThat(run("--to", "html", "--no-prompt", "--stdout", "one.ipynb").exits(0).out())
        .contains("matplotlib")
        .doesNotContain("In [7]");
    String tags = "--TagRemovePreprocessor.remove_cell_tags=['draft']";
    assertThat(run("--to", "markdown", tags, "--stdout", "one.ipynb").exits(0).out())
        .isEqualTo("# Wages\n");
    String regex = "--RegexRemovePreprocessor.patterns=%matplotlib";
    assertThat(run("--to", "markdown", regex, "--stdout", "one.ipynb").exits(0).out())
        .isEqualTo("# Wages\n");
  }

  @ParameterizedTest
  @CsvSource({
    "--execute,            platen run",
    "--template=basic,     --theme",
    "--post=serve,         browser",
    "--nbformat=3,         leave the option out",
    "--Strange.trait=1,    --help"
  })
  void anOptionThatIsNotOursIsNeverIgnored(String option, String mend) {
    Ended ended = run("--to", "html", option, "one.ipynb").exits(2);
    assertThat(ended.err()).startsWith("error: ").contains(option.replace('=', ' ').split(" ")[0]);
    assertThat(ended.err()).contains("mend:  ").contains(mend);
    assertThat(dir.resolve("one.html")).doesNotExist();
  }

  @Test
  void whatChangesNothingIsTaken() {
    Object[] all = {
      "--to=html",
      "--coalesce-streams",
      "--embed-images",
      "--sanitize-html",
      "--template=lab",
      "--HTMLExporter.exclude_output_stdin=False",
      "--HTMLExporter.html_manager_semver_range=*",
      "--HTMLExporter.jupyter_widgets_base_url=https://e.org",
      "--HTMLExporter.widget_renderer_url=https://e.org",
      "--TemplateExporter.exclude_unknown=True",
      "one.ipynb"
    };
    run(all).exits(0);
    assertThat(dir.resolve("one.html")).isRegularFile();
    assertThat(run("--to=notebook", "--coalesce-streams", "one.ipynb").exits(2).err())
        .contains("--coalesce-streams");
  }

  @Test
  void imagesBesideTheNotebookAreInTheDocument() throws IOException {
    byte[] gif = Base64.getDecoder().decode("R0lGODlhAQABAAAAACwAAAAAAQABAAA=");
    Files.createDirectories(dir.resolve("figures"));
    Files.write(dir.resolve("figures/x.gif"), gif);
    String text = NOTEBOOK.replace("# Wages", "# Wages\\n![x](figures/x.gif) ![y](../y.gif)");
    Files.writeString(dir.resolve("three.ipynb"), text);
    run("--to", "html", "--embed-images", "three.ipynb", "--output-dir", "out").exits(0);
    assertThat(read("out/three.html"))
        .contains("<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=\"")
        .contains("Image not in this file: <a href=\"../y.gif\">y</a>");
  }

  @ParameterizedTest
  @CsvSource({
    "one.ipynb, --to is missing",
    "--to latex one.ipynb, latex",
    "--to html, no notebook"
  })
  void aCommandLineThatSaysTooLittleOrTooMuch(String arguments, String what) {
    Ended ended = run((Object[]) arguments.split(" ")).exits(2);
    assertThat(ended.err()).startsWith("error: ").contains(what);
  }

  @Test
  void aBrowserPrintsThePdf() throws IOException {
    Platen platen = Platen.in(dir);
    platen.run("nbconvert", "--to", "pdf", "one.ipynb").exits(0);
    assertThat(Files.readAllBytes(dir.resolve("one.pdf")))
        .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    assertThat(platen.temporaryFiles()).isEmpty();
    assertThat(platen.processes().alive()).isEmpty();
  }

  @Test
  void withoutABrowserItSaysWhatToInstall() {
    Platen.in(dir)
        .with("PATH", dir.toString())
        .run("nbconvert", "--to", "pdf", "one.ipynb")
        .exits(5)
        .saysError("no browser", "PATH", "google-chrome", "install chromium");
    assertThat(dir.resolve("one.pdf")).doesNotExist();
  }

  @Test
  void aBrowserThatFailsLeavesNothingBehind() throws IOException {
    Path broken = Files.writeString(dir.resolve("broken"), "#!/bin/sh\necho no display\nexit 3\n");
    assertThat(broken.toFile().setExecutable(true)).isTrue();
    Platen platen = Platen.in(dir).with("CHROME", broken.toString());
    platen
        .run("nbconvert", "--to", "pdf", "one.ipynb")
        .exits(5)
        .saysError("printed no PDF", "broken", "exit code 3; no display", "CHROME=");
    assertThat(platen.temporaryFiles()).isEmpty();
  }

  @Test
  void aLinkNamedAfterNbconvertIsThisCommand() throws IOException {
    for (String name : List.of("jupyter-nbconvert", "nbconvert")) {
      Path link = dir.resolve(name);
      Files.createSymbolicLink(link, TestEnvironment.root().resolve("platen"));
      String notebook = dir.resolve("one.ipynb").toString();
      assertThat(Shell.run(link.toString(), "--to", "script", "--stdout", notebook))
          .contains("# In[7]:");
      Files.delete(link);
    }
  }
}
