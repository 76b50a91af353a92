package dev.platen.parameter.translate;

import dev.platen.fault.Fault;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;

/** Writes parameters as source code of one language. No value can become more than a literal. */
public interface Translator {

  /** The value as an expression on one line. */
  String literal(ParameterValue value);

  /**
   * What gives the variable its value: one statement on one line; for a very long text there may be
   * more.
   *
   * @throws Fault {@code PARAMETER_INVALID} if the language doesn't take it as a variable's name
   */
  String assignment(String name, ParameterValue value);

  /** The text, one line, as a comment. */
  String comment(String text);

  /**
   * A cell's source: the comment {@code Parameters}, then the assignments in the parameters' order,
   * each line ended by LF. As papermill without the formatter black: values are never wrapped.
   */
  default String source(Parameters parameters) {
    StringBuilder source = new StringBuilder(comment("Parameters")).append('\n');
    parameters
        .values()
        .forEach((name, value) -> source.append(assignment(name, value)).append('\n'));
    return source.toString();
  }
}
