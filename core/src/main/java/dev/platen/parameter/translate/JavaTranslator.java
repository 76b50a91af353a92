package dev.platen.parameter.translate;

import static java.util.stream.Collectors.joining;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Java 10 and later, as statements of {@code jshell}.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jls/se17/html/jls-3.html#jls-3.10">JLS
 *     3.10</a>
 */
final class JavaTranslator extends Dialect {
  private static final StringEscapes STRING =
      StringEscapes.of('"', Unit.UTF_16, StringEscapes::unit);

  JavaTranslator() {
    super(
        VariableNames.usual(
            "Java",
            "abstract assert boolean break byte case catch char class const continue default do double"
                + " else enum extends final finally float for goto if implements import instanceof int"
                + " interface long native new package private protected public return short static"
                + " strictfp super switch synchronized this throw throws transient try void volatile"
                + " while true false null _ var yield record"));
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
    return value.bitLength() < 64 ? value + "L" : "new java.math.BigInteger(\"" + value + "\")";
  }

  @Override
  String number(double value) {
    return number(value, "Double.NaN", "Double.POSITIVE_INFINITY", "Double.NEGATIVE_INFINITY");
  }

  @Override
  String text(String value) {
    return JvmCode.quoted(value, STRING, joining(", ", "String.join(\"\", ", ")"));
  }

  @Override
  String list(List<ParameterValue> values) {
    return uniform(values)
        ? "java.util.List.of(" + joined(values) + ")"
        : "java.util.Arrays.asList(new Object[] {" + joined(values) + "})";
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    return entries.entrySet().stream()
        .map(entry -> "put(" + text(entry.getKey()) + ", " + literal(entry.getValue()) + "); ")
        .collect(joining("", "new java.util.LinkedHashMap<String, Object>() {{ ", "}}"));
  }

  @Override
  String statement(String name, ParameterValue value) {
    String type =
        switch (value.kind()) {
          case NULL -> "Object";
          case MAP -> "java.util.Map<String, Object>";
          default -> "var";
        };
    return type + " " + name + " = " + literal(JvmCode.checked(value, this)) + ";";
  }

  @Override
  public String comment(String text) {
    return "// " + text;
  }
}
