package dev.platen.study.spec;

import dev.platen.parameter.FloatValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.read.YamlValue;
import dev.platen.study.trial.Scale;
import java.util.List;
import java.util.Optional;

/** The two numbers between which a parameter's values lie; they differ. */
record Ends(ParameterValue first, ParameterValue last) {
  /** Reads {@code [0.001, 0.1]}. */
  static Optional<Ends> read(YamlValue value, String name, Scale scale, Issues issues) {
    List<ParameterValue> numbers =
        value instanceof YamlValue.Sequence list
            ? list.items().stream().map(YamlValue::value).toList()
            : List.of();
    if (numbers.size() != 2 || !numbers.stream().allMatch(Ends::isNumber)) {
      issues.add(
          value.place(),
          name + " takes two numbers, the first and the last, not " + Shapes.found(value),
          "write it as [0.001, 0.1]");
      return Optional.empty();
    }
    Ends ends = new Ends(numbers.get(0), numbers.get(1));
    if (scale == Scale.LOG && Math.min(ends.low(), ends.high()) <= 0) {
      issues.add(
          value.place(),
          name + " takes numbers greater than 0: others have no logarithm",
          "begin at a small number such as 0.001");
      return Optional.empty();
    }
    if (ends.low() == ends.high()) {
      issues.add(value.place(), name + " ends where it begins", "write two numbers that differ");
      return Optional.empty();
    }
    return Optional.of(ends);
  }

  /** The ends when the first has to be the lower one. */
  static Optional<Ends> readUpwards(YamlValue value, String name, Scale scale, Issues issues) {
    Optional<Ends> ends = read(value, name, scale, issues);
    if (ends.isPresent() && ends.get().low() > ends.get().high()) {
      issues.add(value.place(), name + " goes downwards", "write the lower number first");
      return Optional.empty();
    }
    return ends;
  }

  double low() {
    return number(first);
  }

  double high() {
    return number(last);
  }

  private static boolean isNumber(ParameterValue value) {
    return (value instanceof IntegerValue || value instanceof FloatValue)
        && Double.isFinite(number(value));
  }

  private static double number(ParameterValue value) {
    return value instanceof IntegerValue whole
        ? whole.value().doubleValue()
        : ((FloatValue) value).value();
  }
}
