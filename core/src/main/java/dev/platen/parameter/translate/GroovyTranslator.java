package dev.platen.parameter.translate;

import static java.util.stream.Collectors.joining;

import dev.platen.json.PythonFloat;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Groovy. Text stands in single quotes, in which nothing is interpolated.
 *
 * @see <a href="https://groovy-lang.org/syntax.html#_string">Groovy: strings</a>
 */
final class GroovyTranslator extends Dialect {
  private static final StringEscapes STRING =
      StringEscapes.of('\'', Unit.UTF_16, StringEscapes::unit);

  GroovyTranslator() {
    super(
        VariableNames.usual(
            "Groovy",
            "abstract as assert break case catch class const continue def default do else enum extends"
                + " final finally for goto if implements import in instanceof interface native new null"
                + " package private protected public return static strictfp super switch synchronized"
                + " this threadsafe throw throws trait transient true false try var void volatile while"
                + " yield boolean byte char double float int long short _"));
  }

  @Override
  String nothing() {
    return "null";
  }

  @Override
  String integer(BigInteger value) {
    if (value.bitLength() < 32) {
      return value.toString();
    }
    return value + (value.bitLength() < 64 ? "L" : "G");
  }

  @Override
  String number(double value) {
    return Double.isFinite(value)
        ? PythonFloat.repr(value) + "d"
        : number(value, "Double.NaN", "Double.POSITIVE_INFINITY", "Double.NEGATIVE_INFINITY");
  }

  @Override
  String text(String value) {
    return JvmCode.quoted(value, STRING, joining(", ", "[", "].join('')"));
  }

  @Override
  String list(List<ParameterValue> values) {
    return "[" + joined(values) + "]";
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    if (entries.isEmpty()) {
      return "[:]";
    }
    // In parentheses a key is an expression, whatever it looks like.
    return entries.entrySet().stream()
        .map(entry -> "(" + text(entry.getKey()) + "): " + literal(entry.getValue()))
        .collect(joining(", ", "[", "]"));
  }

  @Override
  String statement(String name, ParameterValue value) {
    return name + " = " + literal(JvmCode.checked(value, this));
  }

  @Override
  public String comment(String text) {
    return "// " + text;
  }
}
