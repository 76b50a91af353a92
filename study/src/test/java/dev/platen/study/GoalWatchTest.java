package dev.platen.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.execute.RunStatus;
import dev.platen.metric.Metric;
import dev.platen.metric.MetricValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.study.trial.Trial;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GoalWatchTest {
  private static final String RECORD = "record it: record: {loss: loss}, or --record loss=loss";

  private static TrialResult result(RunStatus status, Map<String, Metric> metrics) {
    Parameters point = new Parameters(Map.of("hidden", ParameterValue.of(8)));
    Trial trial = new Trial(Parameters.EMPTY, point, 0, Parameters.EMPTY);
    return new TrialResult(trial, MadePastRun.of(status, metrics));
  }

  private static TrialResult succeeded(Map<String, Metric> metrics) {
    return result(RunStatus.SUCCEEDED, metrics);
  }

  private static String said(Map<String, String> record, Map<String, Metric> metrics) {
    return new GoalWatch("loss", record).look(succeeded(metrics)).orElse("");
  }

  @Test
  void theFirstRunWithoutItIsSpokenOfAndNoOther() {
    GoalWatch watch = new GoalWatch("loss", Map.of());
    assertThat(watch.look(result(RunStatus.FAILED, Map.of()))).isEmpty();
    assertThat(watch.look(succeeded(MadePastRun.number("loss", 1)))).isEmpty();
    assertThat(watch.look(succeeded(Map.of())))
        .contains("hidden=8 recorded no number as 'loss', which is the goal; " + RECORD);
    assertThat(watch.look(succeeded(Map.of()))).isEmpty();
  }

  @Test
  void aMetricOfNearlyThatNameIsLikelyMeant() {
    assertThat(said(Map.of(), MadePastRun.number("val_loss", 1)))
        .endsWith("; did you mean 'val_loss'? Otherwise " + RECORD);
    assertThat(said(Map.of(), MadePastRun.number("accuracy", 1))).endsWith("; " + RECORD);
  }

  @Test
  void whatIsAskedForAlreadyIsNotAskedForAgain() {
    assertThat(said(Map.of("loss", "1/0"), Map.of())).endsWith("; its report says why");
    Metric text =
        new Metric("loss", new MetricValue.Text("low"), Metric.Source.RECORD, OptionalInt.empty());
    assertThat(said(Map.of("loss", "'low'"), Map.of("loss", text)))
        .endsWith("; what it recorded is no number");
  }

  @Test
  void theEndCountsUnlessAllWasSaidBefore() {
    GoalWatch watch = new GoalWatch("loss", Map.of());
    assertThat(watch.atEnd(0, 3)).isEmpty();
    assertThat(watch.atEnd(1, 3)).isEmpty();
    assertThat(watch.atEnd(2, 3))
        .contains("2 of 3 runs recorded no number as 'loss', which is the goal");
    assertThat(watch.atEnd(3, 3)).contains("no run recorded a number as 'loss', which is the goal");
  }
}
