package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonWriter;
import dev.platen.testkit.TestEnvironment;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples do what they say, set up by themselves. */
class ExamplesIT {
  private static final Path ROOT = TestEnvironment.root();
  private static final String SECONDS = "900";

  @TempDir private Path dir;

  @Test
  void theShortStudyWithPyroSetsItselfUpAndTellsGuidesApart() {
    String script = ROOT.resolve("scripts/example").toString();
    String said = Shell.run("timeout", SECONDS, script, "pyro", "--short", "--out", dir.toString());
    assertThat(said).contains("4 succeeded").contains(dir.resolve("index.html").toString());
    List<RunFiles> runs = sealedRuns(4);
    assertThat(elbo(runs, "Conjugate").getMin())
        .isGreaterThan(elbo(runs, "AutoDiagonalNormal").getMax());
    assertThat(runs)
        .extracting(RunFiles::report)
        .allSatisfy(report -> assertThat(report).contains("Did the fit get there?"));
  }

  private static DoubleSummaryStatistics elbo(List<RunFiles> runs, String guide) {
    DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();
    for (JsonObject record : runs.stream().map(RunFiles::record).toList()) {
      if (record.object("parameters").object("guide").text("value").equals(guide)) {
        JsonObject elbo = record.object("metrics").object("elbo");
        statistics.accept(Double.parseDouble(JsonWriter.compactText(elbo.value("value"))));
      }
    }
    assertThat(statistics.getCount()).isEqualTo(2);
    return statistics;
  }

  @Test
  void aDriverInJavaIsOneFileAndDoesNothingTwice() {
    assertThat(driver())
        .containsPattern("hidden=4, seed=0: loss 0\\.\\d{3}")
        .contains("0 of 6 trials were done before", "3 seeds");
    sealedRuns(6);
    assertThat(driver()).contains("6 of 6 trials were done before").doesNotContain("seed=");
    sealedRuns(6);
  }

  private String driver() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = ROOT.resolve("cli/target/platen.jar").toString();
    String driver = ROOT.resolve("examples/driver/Driver.java").toString();
    // The driver names its template as seen from the project's root.
    return Shell.run(
        "timeout", SECONDS, "env", "-C", ROOT.toString(), java, "-cp", jar, driver, dir.toString());
  }

  private List<RunFiles> sealedRuns(int expected) {
    Shell.run(ROOT.resolve("platen").toString(), "verify", dir.toString());
    List<RunFiles> runs = RunFiles.allIn(dir);
    assertThat(runs).hasSize(expected).extracting(RunFiles::status).containsOnly("succeeded");
    return runs;
  }
}
