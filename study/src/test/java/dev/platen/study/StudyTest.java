package dev.platen.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.study.spec.Goal;
import dev.platen.study.spec.StudyReader;
import dev.platen.study.spec.StudySpec;
import dev.platen.study.trial.Trial;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program's study is the file's. */
class StudyTest {
  @TempDir private Path dir;
  private Path template;

  @BeforeEach
  void aTemplate() {
    template =
        MadeTemplate.in(
            dir,
            "hidden: int = 8\nlr = 0.1\narch = 'mlp'\nlayers = 1\nmodel = {}\nopt = None\nseed = 0");
  }

  private void assertSame(Study study, String yaml) {
    StudySpec api = study.load().spec();
    StudySpec file = StudyReader.load("template: report.ipynb\n" + yaml, "study.yaml", dir).spec();
    assertThat(api.space().trials().toList()).isEqualTo(file.space().trials().toList());
    assertThat(api.record()).isEqualTo(file.record());
    assertThat(api.goal()).isEqualTo(file.goal());
    assertThat(api.inputs()).isEqualTo(file.inputs());
    assertThat(api.run()).isEqualTo(file.run());
  }

  @Test
  void whatVariesIsTyped() {
    assertSame(
        Study.of(template)
            .vary("hidden", 8, 16.0, 32L)
            .vary("arch", "mlp", "a: b # c", "5")
            .vary("opt", null, true, (short) 3, BigInteger.TWO.pow(70))
            .set("model", Map.of("kind", "mlp", "widths", List.of(8, 8)))
            .set("lr", 1e-3),
        """
        vary: {hidden: [8, 16, 32], arch: [mlp, "a: b # c", "5"], opt: [null, true, 3, 1180591620717411303424]}
        parameters: {model: {kind: mlp, widths: [8, 8]}, lr: 0.001}
        """);
  }

  @Test
  void rowsConditionsRepeatsAndSeeds() {
    assertSame(
        Study.of(template)
            .together(Map.of("arch", "mlp", "layers", 2))
            .together(Map.of("arch", "resnet", "layers", 8))
            .where("layers < 5 or seed > 0")
            .repeat(3)
            .seed("seed"),
        """
        together: [{arch: mlp, layers: 2}, {arch: resnet, layers: 8}]
        where: layers < 5 or seed > 0
        repeat: 3
        seed: seed
        """);
  }

  @Test
  void metricsAndHowItIsRun() {
    assertSame(
        Study.of(template)
            .record("mse", "float(mse)")
            .record("r2", "r2['test']")
            .goal("r2", Goal.Direction.MAX)
            .goal("mse", Goal.Direction.MIN)
            .input("data/*.csv")
            .input("model.py")
            .parallel(2)
            .option("retries", 1)
            .option("timeout", "2h")
            .option("slots", Map.of("GPU", List.of(0, 1))),
        """
        record: {mse: float(mse), r2: "r2['test']"}
        goal: {mse: min}
        inputs: [data/*.csv, model.py]
        run: {parallel: 2, retries: 1, timeout: 2h, slots: {GPU: [0, 1]}}
        """);
  }

  @Test
  void aStudyIsNeverChanged() {
    Study one = Study.of(template);
    Study two = one.vary("hidden", 8, 16);
    assertThat(one.load().spec().space().trials()).hasSize(1);
    assertThat(two.load().spec().space().trials().map(Trial::display))
        .containsExactly("hidden=8", "hidden=16");
  }

  @Test
  void whatIsWrongIsAllSaid() {
    Fault fault =
        catchThrowableOfType(
            Fault.class, () -> Study.of(template).vary("hiden", 1).option("paralel", 2).load());
    assertThat(fault.kind()).isEqualTo(FaultKind.STUDY_INVALID);
    assertThat(fault.describe()).contains("did you mean 'hidden'?", "did you mean 'parallel'?");
    assertThatThrownBy(() -> Study.of(template).vary("hidden", new Object()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
