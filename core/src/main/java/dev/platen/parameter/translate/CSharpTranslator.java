package dev.platen.parameter.translate;

import static java.util.stream.Collectors.joining;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * C#, as .NET Interactive takes it.
 *
 * @see <a
 *     href="https://learn.microsoft.com/en-us/dotnet/csharp/language-reference/language-specification/lexical-structure">C#:
 *     lexical structure</a>
 */
final class CSharpTranslator extends Dialect {
  private static final StringEscapes STRING =
      StringEscapes.of('"', Unit.UTF_16, StringEscapes::unit);

  CSharpTranslator() {
    super(
        VariableNames.usual(
            "C#",
            "abstract as base bool break byte case catch char checked class const continue decimal"
                + " default delegate do double else enum event explicit extern false finally fixed float"
                + " for foreach goto if implicit in int interface internal is lock long namespace new"
                + " null object operator out override params private protected public readonly ref"
                + " return sbyte sealed short sizeof stackalloc static string struct switch this throw"
                + " true try typeof uint ulong unchecked unsafe ushort using virtual void volatile"
                + " while"));
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
    return value.bitLength() < 64
        ? value + "L"
        : "System.Numerics.BigInteger.Parse(\"" + value + "\")";
  }

  @Override
  String number(double value) {
    return number(value, "double.NaN", "double.PositiveInfinity", "double.NegativeInfinity");
  }

  @Override
  String text(String value) {
    return STRING.quoted(value);
  }

  @Override
  String list(List<ParameterValue> values) {
    return (uniform(values) ? "new [] {" : "new object[] {") + " " + joined(values) + " }";
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    return entries.entrySet().stream()
        .map(entry -> "{ " + text(entry.getKey()) + ", " + literal(entry.getValue()) + " }")
        .collect(
            joining(", ", "new System.Collections.Generic.Dictionary<string, object> { ", " }"));
  }

  @Override
  String statement(String name, ParameterValue value) {
    String type = value.kind() == ParameterValue.Kind.NULL ? "object" : "var";
    return type + " " + name + " = " + literal(value) + ";";
  }

  @Override
  public String comment(String text) {
    return "// " + text;
  }
}
