package dev.platen.parameter.translate;

import static java.util.stream.Collectors.joining;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Kotlin.
 *
 * @see <a href="https://kotlinlang.org/docs/strings.html">Kotlin: strings</a>
 */
final class KotlinTranslator extends Dialect {
  private static final StringEscapes STRING =
      StringEscapes.of('"', Unit.UTF_16, StringEscapes::unit).with('$', "\\$");

  KotlinTranslator() {
    super(
        VariableNames.usual(
            "Kotlin",
            "as break class continue do else false for fun if in interface is null object package"
                + " return super this throw true try typealias typeof val var when while _ __ ___"));
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
    if (value.bitLength() < 64) {
      // The least one has no literal: its digits alone are too large.
      return value.longValue() == Long.MIN_VALUE ? "Long.MIN_VALUE" : value + "L";
    }
    return "java.math.BigInteger(\"" + value + "\")";
  }

  @Override
  String number(double value) {
    return number(value, "Double.NaN", "Double.POSITIVE_INFINITY", "Double.NEGATIVE_INFINITY");
  }

  @Override
  String text(String value) {
    return JvmCode.quoted(value, STRING, joining(", ", "listOf(", ").joinToString(\"\")"));
  }

  @Override
  String list(List<ParameterValue> values) {
    return (values.isEmpty() ? "listOf<Any?>(" : "listOf(") + joined(values) + ")";
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    return (entries.isEmpty() ? "mapOf<String, Any?>(" : "mapOf(") + joined(entries, " to ") + ")";
  }

  @Override
  String statement(String name, ParameterValue value) {
    String type = value.kind() == ParameterValue.Kind.NULL ? ": Any?" : "";
    return "val " + name + type + " = " + literal(JvmCode.checked(value, this));
  }

  @Override
  public String comment(String text) {
    return "// " + text;
  }
}
