package dev.platen.parameter.translate;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.PythonFloat;
import dev.platen.parameter.BooleanValue;
import dev.platen.parameter.FloatValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.ParameterValue.Kind;
import dev.platen.parameter.StringValue;
import java.math.BigInteger;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A translator with a rule for every kind of value. What a language can't say is a fault. */
abstract class Dialect implements Translator {
  private static final Set<Kind> SIMPLE =
      EnumSet.of(Kind.BOOLEAN, Kind.INTEGER, Kind.FLOAT, Kind.STRING);

  private final VariableNames names;

  Dialect(VariableNames names) {
    this.names = names;
  }

  abstract String nothing();

  String truth(boolean value) {
    return value ? "true" : "false";
  }

  abstract String integer(BigInteger value);

  abstract String number(double value);

  abstract String text(String value);

  abstract String list(List<ParameterValue> values);

  abstract String map(Map<String, ParameterValue> entries);

  /** The assignment to a name that the language takes. */
  abstract String statement(String name, ParameterValue value);

  @Override
  public final String literal(ParameterValue value) {
    return switch (value.kind()) {
      case NULL -> nothing();
      case BOOLEAN -> truth(((BooleanValue) value).value());
      case INTEGER -> integer(((IntegerValue) value).value());
      case FLOAT -> number(((FloatValue) value).value());
      case STRING -> text(((StringValue) value).value());
      case LIST -> list(((ListValue) value).values());
      case MAP -> map(((MapValue) value).entries());
    };
  }

  @Override
  public final String assignment(String name, ParameterValue value) {
    return statement(names.checked(name), value);
  }

  @Override
  public String comment(String text) {
    return "# " + text;
  }

  /** The literals with commas between them. */
  final String joined(List<ParameterValue> values) {
    return values.stream().map(this::literal).collect(joining(", "));
  }

  /** The entries with commas between them, each key written as text. */
  final String joined(Map<String, ParameterValue> entries, String arrow) {
    return entries.entrySet().stream()
        .map(entry -> text(entry.getKey()) + arrow + literal(entry.getValue()))
        .collect(joining(", "));
  }

  /**
   * Whether all are of one kind that isn't made of others, so that every language has a type for
   * them.
   */
  static boolean uniform(Collection<ParameterValue> values) {
    Set<Kind> kinds = values.stream().map(ParameterValue::kind).collect(toSet());
    return kinds.size() == 1 && SIMPLE.containsAll(kinds);
  }

  /** As Python writes it, which all know; what isn't finite by the language's own words. */
  static String number(double value, String nan, String infinity, String negative) {
    if (Double.isNaN(value)) {
      return nan;
    }
    return Double.isInfinite(value) ? value > 0 ? infinity : negative : PythonFloat.repr(value);
  }

  final Fault cannot(String found, String mend) {
    return Fault.of(
            FaultKind.PARAMETER_INVALID,
            names.language() + " has no way to write one of the parameters' values")
        .where("the template's language, " + names.language())
        .found(found)
        .mend(mend);
  }

  /** A whole number that must fit into so many bits, with a sign. */
  final BigInteger within(int bits, BigInteger value) {
    if (value.bitLength() >= bits) {
      throw cannot(
          "a whole number of " + (value.bitLength() + 1) + " bits, where " + bits + " are the most",
          "give it as text, and let the template read it");
    }
    return value;
  }
}
