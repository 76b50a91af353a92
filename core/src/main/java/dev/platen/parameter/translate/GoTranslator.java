package dev.platen.parameter.translate;

import dev.platen.parameter.ListValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Go. Lists are slices of their elements' type, or of {@code interface{}} if they have several; NaN
 * and the infinities need no import.
 *
 * @see <a href="https://go.dev/ref/spec#String_literals">Go: string literals</a>
 */
final class GoTranslator extends Dialect {
  private static final String ANY = "interface{}";

  private static final StringEscapes STRING =
      StringEscapes.of('"', Unit.SCALAR, StringEscapes::shortOrLong);

  GoTranslator() {
    super(
        VariableNames.usual(
            "Go",
            "break case chan const continue default defer else fallthrough for func go goto if"
                + " import interface map package range return select struct switch type var _ nil"
                + " true false int float64 string bool any init main"));
  }

  @Override
  String nothing() {
    return "nil";
  }

  @Override
  String integer(BigInteger value) {
    return within(64, value).toString();
  }

  @Override
  String number(double value) {
    if (value == 0 && 1 / value < 0) {
      return "func() float64 { zero := 0.0; return -zero }()"; // constants have no negative zero
    }
    String divided = "func() float64 { zero := 0.0; return %s / zero }()";
    return number(
        value, divided.formatted("zero"), divided.formatted("1"), divided.formatted("-1"));
  }

  @Override
  String text(String value) {
    return STRING.quoted(value);
  }

  @Override
  String list(List<ParameterValue> values) {
    return "[]" + common(values) + "{" + joined(values) + "}";
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    return "map[string]" + ANY + "{" + joined(entries, ": ") + "}";
  }

  @Override
  String statement(String name, ParameterValue value) {
    return "var " + name + " " + type(value) + " = " + literal(value);
  }

  @Override
  public String comment(String text) {
    return "// " + text;
  }

  private static String common(List<ParameterValue> values) {
    Set<String> types = values.stream().map(GoTranslator::type).collect(Collectors.toSet());
    return types.size() == 1 ? types.iterator().next() : ANY;
  }

  private static String type(ParameterValue value) {
    return switch (value.kind()) {
      case NULL -> ANY;
      case BOOLEAN -> "bool";
      case INTEGER -> "int";
      case FLOAT -> "float64";
      case STRING -> "string";
      case LIST -> "[]" + common(((ListValue) value).values());
      case MAP -> "map[string]" + ANY;
    };
  }
}
