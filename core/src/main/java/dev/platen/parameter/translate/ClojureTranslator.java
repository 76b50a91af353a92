package dev.platen.parameter.translate;

import static java.util.stream.Collectors.joining;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Clojure.
 *
 * @see <a href="https://clojure.org/reference/reader#_literals">Clojure: the reader</a>
 */
final class ClojureTranslator extends Dialect {
  private static final StringEscapes STRING =
      StringEscapes.of('"', Unit.UTF_16, StringEscapes::unit);

  ClojureTranslator() {
    super(
        VariableNames.of(
            "Clojure",
            "[A-Za-z_][A-Za-z0-9_*!?-]*",
            "def if do let* quote var fn* loop* recur throw try catch finally monitor-enter monitor-exit"
                + " new set! case* deftype* reify* letfn* import* nil true false"));
  }

  @Override
  String nothing() {
    return "nil";
  }

  @Override
  String integer(BigInteger value) {
    return value.bitLength() < 64 ? value.toString() : value + "N";
  }

  @Override
  String number(double value) {
    return number(value, "##NaN", "##Inf", "##-Inf");
  }

  @Override
  String text(String value) {
    return JvmCode.quoted(value, STRING, joining(" ", "(str ", ")"));
  }

  @Override
  String list(List<ParameterValue> values) {
    return values.stream().map(this::literal).collect(joining(" ", "[", "]"));
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    return "{" + joined(entries, " ") + "}";
  }

  @Override
  String statement(String name, ParameterValue value) {
    return "(def " + name + " " + literal(JvmCode.checked(value, this)) + ")";
  }

  @Override
  public String comment(String text) {
    return "; " + text;
  }
}
