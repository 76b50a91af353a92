package dev.platen.study.spec;

import dev.platen.parameter.read.YamlValue;
import dev.platen.study.trial.Dimension;
import dev.platen.study.trial.ListedAxis;
import dev.platen.study.trial.Scale;
import dev.platen.study.trial.SteppedAxis;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads one parameter under {@code vary}: a list of values, or steps on a scale. */
final class AxisReader {
  private static final String EXAMPLE = "[8, 16, 32]";
  private static final String STEPS = "{log: [0.001, 0.1], steps: 5}";

  private final Issues issues;

  AxisReader(Issues issues) {
    this.issues = issues;
  }

  Optional<Dimension> read(String name, YamlValue value) {
    if (value instanceof YamlValue.Mapping) {
      return Section.of(
              value, "a varied parameter", List.of("log", "range", "steps"), STEPS, issues)
          .flatMap(section -> stepped(name, section));
    }
    if (value instanceof YamlValue.Scalar) {
      issues.add(
          value.place(),
          "'" + name + "' takes the values that it has in turn, not " + Shapes.found(value),
          "write a list such as " + EXAMPLE + "; what never changes goes under 'parameters'");
      return Optional.empty();
    }
    return Shapes.values(value, "'" + name + "'", EXAMPLE, issues)
        .map(values -> new ListedAxis(name, values));
  }

  private Optional<Dimension> stepped(String name, Section section) {
    if (!section.isKnown()) {
      return Optional.empty();
    }
    if (section.has("log") == section.has("range")) {
      issues.add(
          section.place(),
          "'" + name + "' needs either 'log' or 'range'",
          "write " + STEPS + ", or a list of values");
      return Optional.empty();
    }
    Scale scale = section.has("log") ? Scale.LOG : Scale.LINEAR;
    String key = section.has("log") ? "log" : "range";
    if (!section.has("steps")) {
      issues.add(
          section.place(),
          "'" + name + "' has no 'steps'",
          "say how many values there are, the ends included: " + STEPS);
    }
    OptionalInt steps = section.whole("steps", 2);
    YamlValue value = section.value(key).orElseThrow();
    Optional<Ends> ends = Ends.read(value, "'" + key + "'", scale, issues);
    if (steps.isEmpty() || ends.isEmpty()) {
      return Optional.empty();
    }
    SteppedAxis axis =
        new SteppedAxis(name, scale, ends.get().first(), ends.get().last(), steps.getAsInt());
    if (isTooFine(axis)) {
      issues.add(
          value.place(),
          "the steps of '" + name + "' are too small to tell their values apart",
          "take fewer steps, or ends that are further apart");
    }
    return Optional.of(axis);
  }

  private static boolean isTooFine(SteppedAxis axis) {
    return axis.point(0).equals(axis.point(1))
        || axis.point(axis.size() - 2).equals(axis.point(axis.size() - 1));
  }
}
