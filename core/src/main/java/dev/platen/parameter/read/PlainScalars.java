package dev.platen.parameter.read;

import dev.platen.parameter.ParameterValue;

/**
 * What text without quotes and without a tag means: the one thing in which YAML dialects differ.
 */
interface PlainScalars {
  /**
   * The value of such text.
   *
   * @throws IllegalArgumentException if it has none, with the reason in plain words
   */
  ParameterValue read(String text);
}
