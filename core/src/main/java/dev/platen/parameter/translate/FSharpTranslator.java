package dev.platen.parameter.translate;

import static java.util.stream.Collectors.joining;

import dev.platen.parameter.NullValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * F#. What is in a map is boxed, and so is what is in a list of several kinds.
 *
 * @see <a href="https://learn.microsoft.com/en-us/dotnet/fsharp/language-reference/literals">F#:
 *     literals</a>
 */
final class FSharpTranslator extends Dialect {
  private static final StringEscapes STRING =
      StringEscapes.of('"', Unit.SCALAR, StringEscapes::shortOrLong);

  FSharpTranslator() {
    super(
        VariableNames.usual(
            "F#",
            "abstract and as assert base begin class default delegate do done downcast downto elif else"
                + " end exception extern false finally fixed for fun function global if in inherit"
                + " inline interface internal lazy let match member module mutable namespace new null of"
                + " open or override private public rec return sig static struct then to true try type"
                + " upcast use val void when while with yield const component constraint include mixin"
                + " parallel process protected pure sealed tailcall trait virtual _"));
  }

  @Override
  String nothing() {
    return "None";
  }

  @Override
  String integer(BigInteger value) {
    if (value.bitLength() < 32) {
      return value.toString();
    }
    return value + (value.bitLength() < 64 ? "L" : "I");
  }

  @Override
  String number(double value) {
    return number(value, "nan", "infinity", "-infinity");
  }

  @Override
  String text(String value) {
    return STRING.quoted(value);
  }

  @Override
  String list(List<ParameterValue> values) {
    return values.stream()
        .map(uniform(values) ? this::literal : this::boxed)
        .collect(joining("; ", "[ ", " ]"));
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    return entries.entrySet().stream()
        .map(entry -> "(" + text(entry.getKey()) + ", " + boxed(entry.getValue()) + ")")
        .collect(joining("; ", "Map.ofList [ ", " ]"));
  }

  @Override
  String statement(String name, ParameterValue value) {
    return "let " + name + " = " + literal(value);
  }

  @Override
  public String comment(String text) {
    return "(* " + text + " *)";
  }

  private String boxed(ParameterValue value) {
    return value.equals(NullValue.NULL) ? "(null : obj)" : "box (" + literal(value) + ")";
  }
}
