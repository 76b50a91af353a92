package dev.platen.parameter.translate;

import static java.util.stream.Collectors.joining;

import dev.platen.parameter.NullValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Lua 5.3 and later. Text is its bytes in UTF-8. A table holds no nil, so a list or map can't
 * either.
 *
 * @see <a href="https://www.lua.org/manual/5.4/manual.html#3.1">Lua: lexical conventions</a>
 */
final class LuaTranslator extends Dialect {
  private static final StringEscapes STRING =
      StringEscapes.of('"', Unit.BYTE, c -> String.format("\\%03d", c));

  LuaTranslator() {
    super(
        VariableNames.usual(
            "Lua",
            "and break do else elseif end false for function goto if in local nil not or repeat return"
                + " then true until while _G _ENV"));
  }

  @Override
  String nothing() {
    return "nil";
  }

  @Override
  String integer(BigInteger value) {
    // Its digits alone, before the sign, are too large for a whole number.
    return within(64, value).longValue() == Long.MIN_VALUE ? "math.mininteger" : value.toString();
  }

  @Override
  String number(double value) {
    return number(value, "(0/0)", "math.huge", "-math.huge");
  }

  @Override
  String text(String value) {
    return STRING.quoted(value);
  }

  @Override
  String list(List<ParameterValue> values) {
    return "{" + joined(noneOf(values)) + "}";
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    noneOf(List.copyOf(entries.values()));
    return entries.entrySet().stream()
        .map(entry -> "[" + text(entry.getKey()) + "] = " + literal(entry.getValue()))
        .collect(joining(", ", "{", "}"));
  }

  @Override
  String statement(String name, ParameterValue value) {
    return name + " = " + literal(value);
  }

  @Override
  public String comment(String text) {
    return "-- " + text;
  }

  private List<ParameterValue> noneOf(List<ParameterValue> values) {
    if (values.contains(NullValue.NULL)) {
      throw cannot("a None in a list or dict", "leave it out: in Lua what isn't there is nil");
    }
    return values;
  }
}
