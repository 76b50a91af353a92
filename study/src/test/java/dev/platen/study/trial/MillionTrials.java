package dev.platen.study.trial;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Walks through a million trials, twice; started with little memory by its test. */
final class MillionTrials {
  private MillionTrials() {}

  public static void main(String[] args) {
    Dimension axis =
        new SteppedAxis("lr", Scale.LOG, ParameterValue.of(0.001), ParameterValue.of(1.0), 1000);
    Dimension sample = new Sample(500, 1, Map.of("wd", new Distribution.Span(Scale.LINEAR, 0, 1)));
    List<Dimension> dimensions = List.of(axis, sample);
    Repeats repeats = Repeats.seeded("seed", 2);
    Space all = new Space(Parameters.EMPTY, dimensions, Optional.empty(), repeats);
    Space half =
        new Space(Parameters.EMPTY, dimensions, Optional.of(Where.of("seed == 0", "")), repeats);
    System.out.print(walked(all.trials()) + " trials, " + walked(half.trials()) + " kept");
  }

  private static long walked(Stream<Trial> trials) {
    return trials.filter(trial -> trial.all().values().size() == 3).count();
  }
}
