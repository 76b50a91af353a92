package dev.platen.parameter.format;

import dev.platen.parameter.BooleanValue;
import dev.platen.parameter.FloatValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.StringValue;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;

/** A parameter's value in a field. */
record TypedValue(ParameterValue value) implements FormatValue {
  private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

  @Override
  public FormatValue item(String key) throws FormatProblem {
    return switch (value.kind()) {
      case MAP -> {
        ParameterValue item = ((MapValue) value).entries().get(key);
        if (item == null) {
          throw new FormatProblem(
              "nothing in it is called '" + key + "'",
              "give one of " + String.join(", ", ((MapValue) value).entries().keySet()));
        }
        yield new TypedValue(item);
      }
      case LIST -> {
        List<ParameterValue> values = ((ListValue) value).values();
        yield new TypedValue(values.get(index(key, values.size())));
      }
      case STRING -> {
        int[] letters = ((StringValue) value).value().codePoints().toArray();
        int letter = letters[index(key, letters.length)];
        yield new TypedValue(ParameterValue.of(Character.toString(letter)));
      }
      case NULL, BOOLEAN, INTEGER, FLOAT ->
          throw new FormatProblem(
              value.display() + " is " + value.kind().word() + " and has no parts",
              "leave [" + key + "] out");
    };
  }

  private static int index(String key, int size) throws FormatProblem {
    if (INDEX.matcher(key).matches() && Integer.parseInt(key) < size) {
      return Integer.parseInt(key);
    }
    throw new FormatProblem(
        "[" + key + "] is not in it",
        size == 0 ? "it is empty" : "give a number from 0 to " + (size - 1));
  }

  @Override
  public FormatValue attribute(String name) throws FormatProblem {
    throw new FormatProblem(
        "." + name + " is no part of a parameter's value",
        "write [key] or [0] for what is in a mapping or a list");
  }

  @Override
  public String text() {
    return value instanceof StringValue string ? string.value() : value.display();
  }

  @Override
  public String representation() {
    return value.display();
  }

  @Override
  public String format(String specification) throws FormatProblem {
    FormatSpec spec = FormatSpec.parse(specification);
    return switch (value.kind()) {
      case STRING -> spec.text(((StringValue) value).value());
      case BOOLEAN ->
          NumberFormat.integer(
              ((BooleanValue) value).value() ? BigInteger.ONE : BigInteger.ZERO, spec);
      case INTEGER -> NumberFormat.integer(((IntegerValue) value).value(), spec);
      case FLOAT -> NumberFormat.number(((FloatValue) value).value(), spec);
      case NULL, LIST, MAP ->
          throw new FormatProblem(
              "':"
                  + specification
                  + "' says how to write text or a number, and this is "
                  + value.kind().word(),
              "leave it out, or write '!s:' before it");
    };
  }
}
