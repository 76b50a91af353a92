package dev.platen.parameter.read;

import dev.platen.parameter.NullValue;
import dev.platen.parameter.NumberText;
import dev.platen.parameter.ParameterValue;

/**
 * What a word on the command line means: {@code true}, {@code false}, {@code null} and Python's
 * spelling of them, numbers as Python writes them, {@code nan} and {@code inf} with or without
 * YAML's dot. Anything else is text, and among it what YAML 1.1 would take for something else:
 * {@code no}, {@code off}, {@code 1:30}, dates, and numbers with leading zeros, which are codes
 * more often than numbers.
 */
final class ArgumentScalars implements PlainScalars {
  @Override
  public ParameterValue read(String text) {
    String word = text.strip();
    return switch (word) {
      case "true", "True" -> ParameterValue.of(true);
      case "false", "False" -> ParameterValue.of(false);
      case "null", "None", "~" -> NullValue.NULL;
      default ->
          NumberText.read(word)
              .or(
                  () ->
                      NumberText.readNonFinite(word.replaceFirst("^([-+]?)\\.(?=[A-Za-z])", "$1")))
              .orElseGet(() -> ParameterValue.of(text));
    };
  }
}
