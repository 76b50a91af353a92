package dev.platen.parameter.translate;

import static java.util.stream.Collectors.joining;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * MATLAB. Its quotes know no escapes: what isn't printable ASCII goes through {@code jsondecode}.
 * As in papermill, nothing is {@code NaN}.
 *
 * @see <a href="https://www.mathworks.com/help/matlab/ref/string.html">MATLAB: string</a>
 * @see <a href="https://www.mathworks.com/help/matlab/ref/jsondecode.html">MATLAB: jsondecode</a>
 */
final class MatlabTranslator extends Dialect {
  private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

  /** A JSON string in single quotes, which double within. */
  private static final StringEscapes JSON =
      StringEscapes.of('"', Unit.UTF_16, StringEscapes::unit).with('\'', "''");

  MatlabTranslator() {
    super(
        VariableNames.of(
            "MATLAB",
            "[A-Za-z][A-Za-z0-9_]{0,62}",
            "break case catch classdef continue else elseif end for function global if otherwise"
                + " parfor persistent return spmd switch try while"));
  }

  @Override
  String nothing() {
    return "NaN";
  }

  @Override
  String integer(BigInteger value) {
    return OctaveTranslator.integer(value, this);
  }

  @Override
  String number(double value) {
    return number(value, "NaN", "Inf", "-Inf");
  }

  @Override
  String text(String value) {
    return PRINTABLE.matcher(value).matches()
        ? "\"" + value.replace("\"", "\"\"") + "\""
        : "string(" + characters(value) + ")";
  }

  @Override
  String list(List<ParameterValue> values) {
    return "{" + joined(values) + "}";
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    if (entries.isEmpty()) {
      return "containers.Map()";
    }
    return entries.keySet().stream()
            .map(MatlabTranslator::characters)
            .collect(joining(", ", "containers.Map({", "}, "))
        + list(List.copyOf(entries.values()))
        + ")";
  }

  @Override
  String statement(String name, ParameterValue value) {
    return name + " = " + literal(value) + ";";
  }

  @Override
  public String comment(String text) {
    return "% " + text;
  }

  private static String characters(String text) {
    return PRINTABLE.matcher(text).matches()
        ? "'" + text.replace("'", "''") + "'"
        : "jsondecode('" + JSON.quoted(text) + "')";
  }
}
