package dev.platen.study.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.parameter.FloatValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.StringValue;
import dev.platen.study.MadeTemplate;
import dev.platen.study.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study's values as its template declares them. */
class TemplateTypesTest {
  @TempDir private Path dir;

  @BeforeEach
  void aTemplate() {
    MadeTemplate.in(
        dir,
        "hidden: int = 8\nlr: float = 0.1\narch: str = 'mlp'\nfree = 1\nseed: str = '0'\nn: int = 0");
  }

  private List<Trial> trials(String study) {
    return StudyReader.load("template: report.ipynb\n" + study, "study.yaml", dir)
        .spec()
        .space()
        .trials()
        .toList();
  }

  private ParameterValue only(String study) {
    return trials(study).get(0).all().values().values().iterator().next();
  }

  private String issues(String study) {
    Fault fault = catchThrowableOfType(Fault.class, () -> trials(study));
    assertThat(fault.kind()).isEqualTo(FaultKind.STUDY_INVALID);
    return fault.describe();
  }

  @Test
  void valuesGetTheDeclaredTypes() {
    assertThat(only("parameters: {lr: 1}")).isInstanceOf(FloatValue.class);
    assertThat(only("parameters: {hidden: 16.0}")).isInstanceOf(IntegerValue.class);
    assertThat(only("vary: {lr: [1, 2.5]}")).isInstanceOf(FloatValue.class);
    assertThat(only("vary: {lr: {range: [1, 3], steps: 3}}")).isInstanceOf(FloatValue.class);
    assertThat(only("together: [{lr: 1}]")).isInstanceOf(FloatValue.class);
    assertThat(only("sample: {trials: 2, lr: {int: [1, 9]}}")).isInstanceOf(FloatValue.class);
    assertThat(only("vary: {free: [1.5]}")).isInstanceOf(FloatValue.class);
  }

  @Test
  void seedsGetThemToo() {
    List<Trial> trials = trials("repeat: 2\nseed: n\n");
    assertThat(trials).extracting(Trial::display).containsExactly("n=0", "n=1");
    assertThat(trials.get(1).seed().value("n")).containsInstanceOf(IntegerValue.class);
    MadeTemplate.in(dir, "seed: float = 0.0");
    assertThat(trials("repeat: 2\nseed: seed\n").get(1).seed().value("seed"))
        .contains(new FloatValue(1.0));
    assertThat(trials("seed: {seed: [3, 4]}\n").get(1).seed().value("seed"))
        .contains(new FloatValue(4.0));
  }

  @Test
  void anUnknownNameIsShownAtItsPlaceWithTheNearestOne() {
    assertThat(issues("vary:\n  hiden: [8]\n"))
        .contains(
            "\n    study.yaml:3:3: report.ipynb has no parameter 'hiden'\n"
                + "        hiden: [8]\n"
                + "        ^\n"
                + "      did you mean 'hidden'?\n");
    assertThat(issues("repeat: 2\nseed: sed\n"))
        .contains("study.yaml:3:7: ", "did you mean 'seed'?");
    assertThat(issues("parameters: {zzzzzz: 1}\n")).contains("it declares hidden, lr, arch");
  }

  @Test
  void aValueThatDoesNotFitIsShownWhereItIsWritten() {
    assertThat(issues("vary:\n  hidden: [8, many, 2.5]\n"))
        .contains("study.yaml:3:15: 'hidden' takes int, not str 'many'", "^", "give int")
        .contains("study.yaml:3:21: 'hidden' takes int, not float 2.5");
    assertThat(issues("parameters: {hidden: 1.5}\n"))
        .contains("study.yaml:2:22: 'hidden' takes int, not float 1.5");
    assertThat(issues("together: [{hidden: 1}, {hidden: many}]\n"))
        .contains("study.yaml:2:34: 'hidden' takes int");
    assertThat(issues("vary: {hidden: {range: [0, 1], steps: 3}}\n")).contains("not float 0.5");
    assertThat(issues("sample: {trials: 3, hidden: {uniform: [0, 1]}}\n")).contains("takes int");
  }

  @Test
  void aTablesFaultIsAtItsColumn() throws IOException {
    Files.writeString(dir.resolve("t.csv"), "arch,hiden\nmlp,8\n");
    assertThat(issues("together: t.csv\n")).contains("t.csv:1:6: ", "did you mean 'hidden'?");
  }

  @Test
  void aSampleOfMoreThanThereIsEndsInAnIssue() {
    assertThat(issues("sample: {trials: 10, hidden: {int: [1, 3]}}"))
        .contains("there are only 3 different points to draw 10 from");
  }

  @Test
  void aTemplateWithoutACellForParametersTakesNone() throws IOException {
    Path template = MadeTemplate.in(dir, "hidden = 3");
    Files.writeString(template, Files.readString(template).replace("\"parameters\"", ""));

    assertThat(issues("vary: {hidden: [1, 2]}"))
        .contains("report.ipynb has no parameter 'hidden'")
        .contains("tag the cell with its defaults 'parameters'");
    assertThat(trials("repeat: 2")).hasSize(2);
  }

  @Test
  void twoValuesThatAreOneToTheTemplateAreSaid() {
    assertThat(issues("vary: {hidden: [8, 8.0]}\n"))
        .contains("hidden=8 and hidden=8.0 are the same to the template", "'repeat'");
    assertThat(issues("together: [{hidden: 8, lr: 1}, {hidden: 8.0, lr: 1.0}]\n"))
        .contains("are the same to the template");
  }

  @Test
  void everyFaultIsSaidAtOnce() {
    assertThat(issues("vary: {hiden: [8]}\nparameters: {lr: fast}\nrepeats: 3\n"))
        .contains("wrong in 3 places", "'hiden'", "'lr' takes float", "'repeats'");
  }

  @Test
  void textThatTheTemplateTakesAsItStands() {
    assertThat(only("parameters: {arch: \"5\"}")).isInstanceOf(StringValue.class);
  }
}
