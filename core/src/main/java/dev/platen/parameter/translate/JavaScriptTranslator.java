package dev.platen.parameter.translate;

import static java.util.stream.Collectors.joining;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * JavaScript and TypeScript. Whole numbers that a double would change are {@code BigInt}s.
 *
 * @see <a href="https://tc39.es/ecma262/#sec-ecmascript-language-lexical-grammar">ECMAScript:
 *     lexical grammar</a>
 */
final class JavaScriptTranslator extends Dialect {
  private static final BigInteger EXACT = BigInteger.TWO.pow(53);

  private static final StringEscapes STRING =
      StringEscapes.of('"', Unit.UTF_16, StringEscapes::unit);

  private final String declaration;

  /**
   * @param language {@code JavaScript} or {@code TypeScript}
   * @param declaration {@code var} or {@code let}
   */
  JavaScriptTranslator(String language, String declaration) {
    super(
        VariableNames.of(
            language,
            "[A-Za-z_$][A-Za-z0-9_$]*",
            "arguments await break case catch class const continue debugger default delete do else"
                + " enum eval export extends false finally for function if implements import in"
                + " instanceof interface let new null package private protected public return static"
                + " super switch this throw true try typeof undefined var void while with yield NaN"
                + " Infinity"));
    this.declaration = declaration;
  }

  @Override
  String nothing() {
    return "null";
  }

  @Override
  String integer(BigInteger value) {
    return value.abs().compareTo(EXACT) > 0 ? value + "n" : value.toString();
  }

  @Override
  String number(double value) {
    return number(value, "NaN", "Infinity", "-Infinity");
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
    // As a name of its own, "__proto__" would set the prototype; in brackets it is a key like
    // others.
    return entries.entrySet().stream()
        .map(entry -> key(entry.getKey()) + ": " + literal(entry.getValue()))
        .collect(joining(", ", "{", "}"));
  }

  @Override
  String statement(String name, ParameterValue value) {
    return declaration + " " + name + " = " + literal(value) + ";";
  }

  @Override
  public String comment(String text) {
    return "// " + text;
  }

  private String key(String key) {
    return key.equals("__proto__") ? "[" + text(key) + "]" : text(key);
  }
}
