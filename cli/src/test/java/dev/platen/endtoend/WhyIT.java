package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run of a small project, then an edit, and what 'platen why' says of it. */
class WhyIT {
  private static final String PARAMETERS = "hidden: int = 8";
  private static final String CODE =
      "import model\nprint(model.main(hidden), open('data.csv').read())";

  @TempDir private Path project;
  private RunFiles run;

  @BeforeEach
  void aProjectAndItsRun() throws IOException {
    Files.writeString(project.resolve("model.py"), "def main(hidden):\n    return hidden * 2\n");
    Files.writeString(project.resolve("data.csv"), "1,2\n");
    Files.writeString(project.resolve("notes.txt"), "nothing to do with it");
    Path template = template(PARAMETERS, "# Units", CODE);
    run = Platen.in(project).run("run", template, "hidden=16").exits(0).run();
  }

  private Path template(String parameters, String text, String code) {
    return new TestNotebook().parameters(parameters).markdown(text).code(code).in(project);
  }

  private Ended why(Object... more) {
    Object[] arguments = new Object[3 + more.length];
    arguments[0] = "why";
    arguments[1] = project.resolve("runs");
    arguments[2] = run.dir().getFileName();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Platen.in(project).run(arguments).exits(0);
  }

  private String sentence(Ended ended) {
    List<String> lines = ended.out().lines().toList();
    return lines.get(lines.size() - 1).replace(run.dir().getFileName() + " ", "");
  }

  /** What differs in the table. */
  private static List<String> differing(Ended ended) {
    return ended.out().lines().filter(l -> l.matches("(changed|missing|unknown) .*")).toList();
  }

  @Test
  void nothingAndWhatDoesNotMatterLetTheRunStand() throws IOException {
    assertThat(sentence(why()))
        .isEqualTo("would not run again: all that it depends on is the same");
    Files.writeString(project.resolve("notes.txt"), "other");
    template(PARAMETERS, "# Other words", CODE);
    Ended why = why();
    assertThat(sentence(why)).startsWith("would not run again");
    assertThat(differing(why)).isEmpty();
    assertThat(why.out()).containsPattern("(?m)^same +1 of 1 +file imported");
  }

  @Test
  void aModuleTheCodeTheDataAndATypeMakeItRunAgain() throws IOException {
    Files.writeString(project.resolve("model.py"), "def main(hidden):\n    return hidden * 3\n");
    Ended why = why();
    assertThat(sentence(why)).isEqualTo("would run again because model.py changed");
    assertThat(differing(why)).singleElement().asString().contains("model.py", "file imported");

    Files.writeString(project.resolve("data.csv"), "1,2,3\n");
    why = why();
    assertThat(sentence(why))
        .isEqualTo("would run again because model.py changed (and 1 more input)");
    assertThat(differing(why)).hasSize(2);

    template(PARAMETERS, "# Units", CODE + "\nprint('more')");
    assertThat(sentence(why()))
        .isEqualTo("would run again because the template's code changed (and 2 more inputs)");

    template("hidden: float = 8.0", "# Units", CODE);
    assertThat(sentence(why()))
        .isEqualTo("would run again because hidden: was int 16, is float 16.0 (and 3 more inputs)");
  }

  @Test
  void aStudySaysWhatItWouldRunNow() throws IOException {
    Path study =
        Files.writeString(
            project.resolve("study.yaml"), "template: report.ipynb\nvary: {hidden: [8, 16]}\n");
    assertThat(sentence(why("--study", study))).startsWith("would not run again: all that");
    Files.writeString(
        study, "template: report.ipynb\nvary: {hidden: [8, 16]}\ninputs: [notes.txt]\n");
    assertThat(sentence(why("--study", study))).contains("notes.txt can't be compared");
    Files.writeString(study, "template: report.ipynb\nvary: {hidden: [8]}\n");
    assertThat(sentence(why("--study", study))).contains("no trial with its parameters");
  }

  @Test
  void programsGetTheSameInJson() {
    JsonObject json = RunFiles.json(why("--json").out());
    assertThat(json.isTrue("would_run")).isFalse();
    assertThat(json.text("status")).isEqualTo("succeeded");
    assertThat(json.array("inputs"))
        .allSatisfy(input -> assertThat(((JsonObject) input).text("state")).isEqualTo("same"))
        .anySatisfy(input -> assertThat(((JsonObject) input).text("input")).isEqualTo("data.csv"));
  }

  @Test
  void aRunIsNamedByItsIdOrByAnyPartThatNoOtherHas() {
    Path runs = project.resolve("runs");
    String name = run.dir().getFileName().toString();
    String id = name.substring(name.lastIndexOf('~') + 1);
    Platen platen = Platen.in(project);
    assertThat(platen.run("why", runs, id).exits(0).out()).contains("would not run again");
    assertThat(platen.run("why", runs, "hidden=16", "-v").exits(0).out())
        .containsPattern("(?m)^same +model.py +file imported");
    assertThat(platen.run("why", runs, run.dir()).exits(0).out()).contains("would not run again");
    Path none = project.resolve("none");
    platen
        .run("why", none, "x")
        .exits(5)
        .saysError("no run in", none.toString(), "no such folder", "runs");
    platen.run("why", runs, "zzz").exits(2).saysError("no run 'zzz'", "RUN", name, "id");
    platen.run("run", project.resolve("report.ipynb"), "hidden=16").exits(0);
    platen.run("why", runs, "hidden=16").exits(2).saysError("several runs", "RUN", name, "part");
  }

  @Test
  void whatCanNotBeReadOrIsGoneIsSaid() throws IOException {
    Files.delete(project.resolve("report.ipynb"));
    Platen.in(project)
        .run("why", project.resolve("runs"), "hidden=16")
        .exits(5)
        .saysError("template isn't there", "report.ipynb", "no such file", "--study");
    Shell.run("chmod", "-R", "u+w", run.dir().toString());
    Files.writeString(run.file("run.json"), "{");
    assertThat(sentence(why())).startsWith("would run again because run.json is no JSON");
  }
}
