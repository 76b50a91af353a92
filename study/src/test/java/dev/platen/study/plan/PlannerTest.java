package dev.platen.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.run.Template;
import dev.platen.run.provenance.DeclaredInputs;
import dev.platen.run.provenance.FileHasher;
import dev.platen.study.MadeTemplate;
import dev.platen.study.ledger.Expectation;
import dev.platen.study.ledger.Freshness;
import dev.platen.study.ledger.Ledger;
import dev.platen.study.ledger.MadeRun;
import dev.platen.study.ledger.TrialMark;
import dev.platen.study.trial.ListedAxis;
import dev.platen.study.trial.Repeats;
import dev.platen.study.trial.Space;
import dev.platen.study.trial.Trial;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {
  private static final Instant NOW = Instant.parse("2026-01-01T01:00:00Z");

  @TempDir private Path project;
  private Path runs;
  private Template template;
  private Map<String, String> record = Map.of();

  @BeforeEach
  void aTemplate() {
    template = Template.read(MadeTemplate.in(project, "hidden: int = 8"));
    runs = project.resolve("runs");
  }

  private MadeRun run(String id, long hidden) {
    return MadeRun.of(project, "x~" + id)
        .template("report.ipynb", template.codeSha256())
        .trial(List.of("hidden"), List.of(), 0)
        .with("hidden", ParameterValue.of(hidden));
  }

  private static Trial trial(int hidden, int repeat) {
    return new Trial(
        Parameters.EMPTY,
        new Parameters(Map.of("hidden", ParameterValue.of(hidden))),
        repeat,
        Parameters.EMPTY);
  }

  private Planner planner(Rerun rerun) {
    Ledger ledger = Ledger.read(runs);
    return new Planner(
        template,
        record,
        () -> ledger,
        new Freshness(new FileHasher(Clock.systemUTC())),
        effective ->
            new Expectation(
                project.resolve("report.ipynb"),
                template.codeSha256(),
                effective,
                Optional.of(new Expectation.Kernel("python3", "spec", project, "/usr/bin/python3")),
                DeclaredInputs.none(project)),
        rerun,
        NOW);
  }

  private String need(Rerun rerun) {
    return planner(rerun).need(trial(16, 0)).words();
  }

  private String need() {
    return need(Rerun.NONE);
  }

  @Test
  void whatNeverRanIsToBeRun() {
    assertThat(need()).isEqualTo("would run because it never ran");
    run("aaaaaa", 8).in(runs);
    assertThat(need()).isEqualTo("would run because it never ran");
  }

  @Test
  void aFinishedRunIsDoneUnlessAllAreToRunAgain() {
    run("aaaaaa", 16).in(runs);
    assertThat(need()).isEqualTo("done");
    assertThat(need(Rerun.FAILED)).isEqualTo("done");
    assertThat(need(Rerun.ALL)).isEqualTo("would run because all are to run again");
  }

  @Test
  void aFailedRunIsToBeRunOnlyWhenAskedFor() {
    for (String status : List.of("failed", "timed_out", "kernel_lost")) {
      run("aaaaaa", 16).status(status).in(runs);
      assertThat(need()).isEqualTo("failed before, and nothing changed since");
      assertThat(need(Rerun.FAILED)).isEqualTo("would run because it failed before");
      assertThat(need(Rerun.ALL)).isEqualTo("would run because it failed before");
    }
  }

  @Test
  void whatThisVeryStudyRanIsNotRunAgain() {
    run("aaaaaa", 16).started(61).status("failed").in(runs);
    assertThat(need(Rerun.FAILED)).isEqualTo("failed before, and nothing changed since");
    run("bbbbbb", 16).started(62).in(runs);
    assertThat(need(Rerun.ALL)).isEqualTo("done");
  }

  @Test
  void anInterruptedRunIsToBeRunUnlessAnEarlierOneStands() {
    run("bbbbbb", 16).started(2).status("interrupted").in(runs);
    assertThat(need()).isEqualTo("would run because it was interrupted");
    run("aaaaaa", 16).started(1).in(runs);
    assertThat(need()).isEqualTo("done");
  }

  @Test
  void theNewestThatStandsDecides() {
    run("aaaaaa", 16).started(1).in(runs);
    run("bbbbbb", 16).started(2).status("failed").in(runs);
    assertThat(need()).startsWith("failed before");
    run("cccccc", 16).started(3).template("report.ipynb", "other").in(runs);
    assertThat(need()).startsWith("failed before");
  }

  @Test
  void whatIsStaleSaysWhy() {
    run("aaaaaa", 16).template("report.ipynb", "other").in(runs);
    assertThat(need()).isEqualTo("would run because the template's code changed");
  }

  @Test
  void whatWasMeasuredOtherwiseIsStaleAndANewMetricMakesNothingStale() {
    run("aaaaaa", 16).more(TrialMark.KEY, mark(Map.of("mse", "mse", "old", "old"))).in(runs);
    record = Map.of("mse", "mse", "r2", "r2");
    assertThat(need()).isEqualTo("done");
    record = Map.of("mse", "float(mse)");
    assertThat(need()).isEqualTo("would run because the expression of the metric 'mse' changed");
  }

  private static JsonValue mark(Map<String, String> record) {
    return new TrialMark(
            "study",
            List.of("hidden"),
            List.of(),
            0,
            1,
            Optional.empty(),
            record,
            false,
            List.of(),
            List.of())
        .toJson();
  }

  @Test
  void aRunThatIsUnderWayOrCutOffIsNotDone() {
    run("aaaaaa", 16).status("running").unsealed().in(runs);
    assertThat(need()).startsWith("would run because ");
  }

  @Test
  void repeatsWithoutSeedAreToldApartByTheirNumber() {
    run("aaaaaa", 16).in(runs);
    assertThat(planner(Rerun.NONE).need(trial(16, 1)).words())
        .isEqualTo("would run because it never ran");
  }

  @Test
  void aSpaceIsPlannedInItsOrder() {
    run("aaaaaa", 16).in(runs);
    Space space =
        new Space(
            Parameters.EMPTY,
            List.of(new ListedAxis("hidden", List.of(ParameterValue.of(8), ParameterValue.of(16)))),
            Optional.empty(),
            Repeats.of(2));
    List<PlannedTrial> plan = planner(Rerun.NONE).plan(space).toList();
    assertThat(plan.stream().map(each -> each.trial().display()))
        .containsExactly("hidden=8", "hidden=8, repeat 2", "hidden=16", "hidden=16, repeat 2");
    assertThat(plan.get(2).need()).isInstanceOf(Need.Done.class);
    Census census = Census.of(plan.stream());
    assertThat(census).isEqualTo(new Census(4, 1, 0, Map.of("it never ran", 3L)));
    assertThat(census.toRun()).isEqualTo(3);
  }
}
