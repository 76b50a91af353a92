package dev.platen.study.compare;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.parameter.StringValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parameters as they are written in tables and sentences. */
final class Points {
  /** Stands for a parameter that a run doesn't have. */
  static final String ABSENT = "–";

  private Points() {}

  /** Text bare, everything else as in Python; not longer than a cell can bear. */
  static String words(Optional<ParameterValue> value) {
    return value
        .map(v -> v instanceof StringValue text ? text.value() : v.display())
        .map(words -> ShortText.of(words, ShortText.CELL))
        .orElse(ABSENT);
  }

  /** Such as {@code arch=mlp hidden=32}. */
  static String words(Parameters parameters, List<String> names) {
    return names.stream()
        .map(name -> name + "=" + words(parameters.value(name)))
        .collect(Collectors.joining(" "));
  }

  /** What a point is called: a text that alone varies is its name already. */
  static String label(Parameters parameters, List<String> varied, ShownNumbers numbers) {
    if (varied.size() == 1
        && parameters.value(varied.get(0)).orElse(null) instanceof StringValue text
        && !text.value().isBlank()) {
      return ShortText.of(text.value(), ShortText.CELL);
    }
    return varied.isEmpty() ? "all runs" : numbers.words(parameters, varied);
  }
}
