package dev.platen.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.execute.RunStatus;
import dev.platen.metric.MetricValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunGroupsTest {
  private static RunGroups penguins() {
    SampleRuns sample = SampleRuns.penguins();
    return RunGroups.of(sample.runs.stream().filter(r -> !sample.superseded.contains(r)).toList());
  }

  @Test
  void runsThatDifferInTheirSeedOnlyAreOneGroup() {
    RunGroups groups = penguins();
    assertThat(groups.varied()).containsExactly("arch", "hidden");
    assertThat(groups.seeds()).containsExactly("seed");
    assertThat(groups.fixed().values().keySet()).containsExactly("epochs", "data");
    assertThat(groups.groups()).hasSize(9).allMatch(group -> group.runs().size() == 5);
    assertThat(groups.groups().get(0).label()).isEqualTo("arch=linear hidden=8");
  }

  @Test
  void failedAndUnendedRepeatsAreCountedAndGiveNoValue() {
    RunGroup group = penguins().groups().get(8);
    assertThat(group.label()).isEqualTo("arch=resnet hidden=32");
    assertThat(group.failed()).isEqualTo(1);
    assertThat(group.unended()).isEqualTo(1);
    assertThat(group.values("mse")).hasSize(3);
    assertThat(group.bySeed("mse").keySet()).containsExactly("seed=0", "seed=1", "seed=3");
  }

  @Test
  void toBeInterruptedIsNoFailure() {
    SampleRuns sample = new SampleRuns("mse", true, "seed");
    for (RunStatus status :
        List.of(RunStatus.INTERRUPTED, RunStatus.KERNEL_LOST, RunStatus.TIMED_OUT)) {
      sample.run("x", Parameters.EMPTY, status, Map.of(), 0, "");
    }
    RunGroup group = RunGroups.of(sample.runs).groups().get(0);
    assertThat(group.interrupted()).isEqualTo(1);
    assertThat(group.failed()).isEqualTo(2);
  }

  @Test
  void aTextThatAloneVariesIsThePointsName() {
    SampleRuns sample = new SampleRuns("mse", true, "seed").point("mlp-16", 1).point("mlp-32", 2);
    assertThat(RunGroups.of(sample.runs).groups())
        .extracting(RunGroup::label)
        .containsExactly("mlp-16", "mlp-32");
  }

  @Test
  void aParameterThatSomeRunsLackVaries() {
    SampleRuns sample = new SampleRuns("", true);
    Map<String, MetricValue> none = Map.of();
    sample.run("a", Parameters.EMPTY, RunStatus.SUCCEEDED, none, 0, "");
    Parameters one = new Parameters(Map.of("lr", ParameterValue.of(0.1)));
    sample.run("b", one, RunStatus.SUCCEEDED, none, 0, "");
    RunGroups groups = RunGroups.of(sample.runs);
    assertThat(groups.varied()).containsExactly("lr");
    assertThat(groups.groups()).extracting(RunGroup::label).containsExactly("lr=–", "lr=0.1");
  }

  @Test
  void numbersOfAnotherTypeAreAnotherPoint() {
    SampleRuns sample = new SampleRuns("", true);
    for (ParameterValue value :
        new ParameterValue[] {ParameterValue.of(1), ParameterValue.of(1.0)}) {
      Parameters one = new Parameters(Map.of("x", value));
      sample.run("x", one, RunStatus.SUCCEEDED, Map.of(), 0, "");
    }
    assertThat(RunGroups.of(sample.runs).groups()).hasSize(2);
  }

  @Test
  void noRunsAreNoGroups() {
    assertThat(RunGroups.of(List.of()).groups()).isEmpty();
  }
}
