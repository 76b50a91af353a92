package dev.platen.parameter.translate;

import static java.util.stream.Collectors.joining;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Scala 2 and 3.
 *
 * @see <a href="https://scala-lang.org/files/archive/spec/3.4/01-lexical-syntax.html">Scala:
 *     lexical syntax</a>
 */
final class ScalaTranslator extends Dialect {
  private static final StringEscapes STRING =
      StringEscapes.of('"', Unit.UTF_16, StringEscapes::unit);

  ScalaTranslator() {
    super(
        VariableNames.usual(
            "Scala",
            "abstract case catch class def do else enum export extends false final finally for given"
                + " if implicit import lazy match new null object override package private protected"
                + " return sealed super then this throw trait true try type val var while with yield _"));
  }

  @Override
  String nothing() {
    return "None";
  }

  @Override
  String integer(BigInteger value) {
    if (value.bitLength() < 32) {
      return value.toString();
    }
    return value.bitLength() < 64 ? value + "L" : "BigInt(\"" + value + "\")";
  }

  @Override
  String number(double value) {
    return number(value, "Double.NaN", "Double.PositiveInfinity", "Double.NegativeInfinity");
  }

  @Override
  String text(String value) {
    return JvmCode.quoted(value, STRING, joining(", ", "Seq(", ").mkString"));
  }

  @Override
  String list(List<ParameterValue> values) {
    return (uniform(values) ? "Seq(" : "Seq[Any](") + joined(values) + ")";
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    return (uniform(entries.values()) ? "Map(" : "Map[String, Any](")
        + joined(entries, " -> ")
        + ")";
  }

  @Override
  String statement(String name, ParameterValue value) {
    return "val " + name + " = " + literal(JvmCode.checked(value, this));
  }

  @Override
  public String comment(String text) {
    return "// " + text;
  }
}
