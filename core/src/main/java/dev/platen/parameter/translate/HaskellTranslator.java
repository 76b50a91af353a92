package dev.platen.parameter.translate;

import static java.util.stream.Collectors.joining;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Haskell. A list holds one type, so one of several kinds can't be written; a map is an association
 * list.
 *
 * @see <a href="https://www.haskell.org/onlinereport/haskell2010/haskellch2.html">Haskell 2010:
 *     lexical structure</a>
 */
final class HaskellTranslator extends Dialect {
  private static final StringEscapes STRING =
      // The empty escape ends a number, or a digit behind it would belong to that.
      StringEscapes.of('"', Unit.CODE_POINT, c -> "\\" + c + "\\&");

  HaskellTranslator() {
    super(
        VariableNames.of(
            "Haskell",
            "[a-z_][A-Za-z0-9_']*",
            "case class data default deriving do else foreign if import in infix infixl infixr instance"
                + " let module newtype of then type where _"));
  }

  @Override
  String nothing() {
    return "Nothing";
  }

  @Override
  String truth(boolean value) {
    return value ? "True" : "False";
  }

  @Override
  String integer(BigInteger value) {
    return signed(value.toString());
  }

  @Override
  String number(double value) {
    return signed(number(value, "(0/0)", "(1/0)", "(-1/0)"));
  }

  @Override
  String text(String value) {
    return STRING.quoted(value);
  }

  @Override
  String list(List<ParameterValue> values) {
    Shape.ofAll(values, this);
    return "[" + joined(values) + "]";
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    Shape.ofAll(entries.values(), this);
    return entries.entrySet().stream()
        .map(entry -> "(" + text(entry.getKey()) + ", " + literal(entry.getValue()) + ")")
        .collect(joining(", ", "[", "]"));
  }

  @Override
  String statement(String name, ParameterValue value) {
    return name + " = " + literal(value);
  }

  @Override
  public String comment(String text) {
    return "-- " + text;
  }

  private static String signed(String number) {
    return number.startsWith("-") ? "(" + number + ")" : number;
  }
}
