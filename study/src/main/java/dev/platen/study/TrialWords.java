package dev.platen.study;

import dev.platen.parameter.Parameters;
import java.util.stream.Collectors;

/** Parameters in one line for people. */
final class TrialWords {
  private TrialWords() {}

  /** Such as {@code hidden=32, arch='mlp'}. */
  static String of(Parameters parameters) {
    return parameters.values().entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue().display())
        .collect(Collectors.joining(", "));
  }
}
