package dev.platen.parameter.translate;

import static java.util.stream.Collectors.joining;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.PythonFloat;
import dev.platen.parameter.BooleanValue;
import dev.platen.parameter.FloatValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.PythonNames;
import dev.platen.parameter.StringValue;
import java.math.BigInteger;

/**
 * Python 3, letter for letter as papermill writes it: strings in double quotes and ASCII, with the
 * escapes of the codec {@code unicode_escape}.
 *
 * @see <a href="https://docs.python.org/3/reference/lexical_analysis.html#literals">literals</a>
 */
final class PythonTranslator implements Translator {
  /** Python refuses longer decimal integers, since 3.11; hexadecimal ones may be of any length. */
  private static final int MAX_DECIMAL_DIGITS = 4300;

  @Override
  public String literal(ParameterValue value) {
    return switch (value.kind()) {
      case NULL -> "None";
      case BOOLEAN -> ((BooleanValue) value).value() ? "True" : "False";
      case INTEGER -> integer(((IntegerValue) value).value());
      case FLOAT -> number(((FloatValue) value).value());
      case STRING -> quoted(((StringValue) value).value());
      case LIST ->
          ((ListValue) value).values().stream().map(this::literal).collect(joining(", ", "[", "]"));
      case MAP ->
          ((MapValue) value)
              .entries().entrySet().stream()
                  .map(entry -> quoted(entry.getKey()) + ": " + literal(entry.getValue()))
                  .collect(joining(", ", "{", "}"));
    };
  }

  @Override
  public String assignment(String name, ParameterValue value) {
    if (!PythonNames.isName(name)) {
      throw Fault.of(FaultKind.PARAMETER_INVALID, "'" + name + "' can't be the name of a parameter")
          .where("parameter '" + name + "'")
          .found(PythonNames.isKeyword(name) ? "a keyword of Python" : "no name in Python")
          .mend("name it by letters, digits and '_', no digit first, and no keyword");
    }
    return name + " = " + literal(value);
  }

  @Override
  public String comment(String text) {
    return "# " + text;
  }

  private static String integer(BigInteger value) {
    String digits = value.abs().toString();
    return (value.signum() < 0 ? "-" : "")
        + (digits.length() <= MAX_DECIMAL_DIGITS ? digits : "0x" + value.abs().toString(16));
  }

  private static String number(double value) {
    String repr = PythonFloat.repr(value);
    return Double.isFinite(value) ? repr : "float('" + repr + "')";
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16).append('"');
    text.codePoints().forEach(c -> addCharacter(c, out));
    return out.append('"').toString();
  }

  private static void addCharacter(int c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c >= ' ' && c < 0x7f) {
          out.append((char) c);
        } else if (c < 0x100) {
          addHex("\\x", c, 2, out);
        } else if (c < 0x10000) {
          addHex("\\u", c, 4, out);
        } else {
          addHex("\\U", c, 8, out);
        }
      }
    }
  }

  private static void addHex(String escape, int c, int digits, StringBuilder out) {
    out.append(escape);
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append(Character.forDigit(c >> shift & 0xf, 16));
    }
  }
}
