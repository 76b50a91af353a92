package dev.platen.parameter.translate;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Julia. Whole numbers of any size are literals; what is of several kinds is a {@code Vector{Any}},
 * so that nothing is promoted.
 *
 * @see <a href="https://docs.julialang.org/en/v1/manual/strings/">Julia: strings</a>
 */
final class JuliaTranslator extends Dialect {
  private static final StringEscapes STRING =
      StringEscapes.of('"', Unit.SCALAR, StringEscapes::shortOrLong).with('$', "\\$");

  JuliaTranslator() {
    super(
        VariableNames.usual(
            "Julia",
            "baremodule begin break catch const continue do else elseif end export false finally for"
                + " function global if import let local macro module quote return struct true try"
                + " using while"));
  }

  @Override
  String nothing() {
    return "nothing";
  }

  @Override
  String integer(BigInteger value) {
    return value.toString();
  }

  @Override
  String number(double value) {
    return number(value, "NaN", "Inf", "-Inf");
  }

  @Override
  String text(String value) {
    return STRING.quoted(value);
  }

  @Override
  String list(List<ParameterValue> values) {
    return (uniform(values) ? "[" : "Any[") + joined(values) + "]";
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    return (entries.isEmpty() ? "Dict{String, Any}(" : "Dict(") + joined(entries, " => ") + ")";
  }

  @Override
  String statement(String name, ParameterValue value) {
    return name + " = " + literal(value);
  }
}
