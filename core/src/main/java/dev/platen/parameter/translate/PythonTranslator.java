package dev.platen.parameter.translate;

import static dev.platen.parameter.translate.StringEscapes.hex;
import static dev.platen.parameter.translate.StringEscapes.shortOrLong;

import dev.platen.json.PythonFloat;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.PythonNames;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Python 3, letter for letter as papermill writes it: strings in double quotes and ASCII, with the
 * escapes of the codec {@code unicode_escape}.
 *
 * @see <a href="https://docs.python.org/3/reference/lexical_analysis.html#literals">literals</a>
 */
final class PythonTranslator extends Dialect {
  /** Python refuses longer decimal integers, since 3.11; hexadecimal ones may be of any length. */
  private static final int MAX_DECIMAL_DIGITS = 4300;

  private static final StringEscapes STRING =
      StringEscapes.of('"', Unit.CODE_POINT, c -> c < 0x100 ? "\\x" + hex(c, 2) : shortOrLong(c));

  PythonTranslator() {
    super(new VariableNames("Python", PythonNames::isName, PythonNames::isKeyword));
  }

  @Override
  String nothing() {
    return "None";
  }

  @Override
  String truth(boolean value) {
    return value ? "True" : "False";
  }

  @Override
  String integer(BigInteger value) {
    String digits = value.abs().toString();
    return (value.signum() < 0 ? "-" : "")
        + (digits.length() <= MAX_DECIMAL_DIGITS ? digits : "0x" + value.abs().toString(16));
  }

  @Override
  String number(double value) {
    String repr = PythonFloat.repr(value);
    return Double.isFinite(value) ? repr : "float('" + repr + "')";
  }

  @Override
  String text(String value) {
    return STRING.quoted(value);
  }

  @Override
  String list(List<ParameterValue> values) {
    return "[" + joined(values) + "]";
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    return "{" + joined(entries, ": ") + "}";
  }

  @Override
  String statement(String name, ParameterValue value) {
    return name + " = " + literal(value);
  }
}
