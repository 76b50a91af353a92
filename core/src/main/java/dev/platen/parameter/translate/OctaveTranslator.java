package dev.platen.parameter.translate;

import static java.util.stream.Collectors.joining;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * GNU Octave. Text is its bytes in UTF-8. As in MATLAB, nothing is {@code NaN}.
 *
 * @see <a href="https://docs.octave.org/latest/Escape-Sequences-in-String-Constants.html">Octave:
 *     escape sequences</a>
 */
final class OctaveTranslator extends Dialect {
  private static final BigInteger EXACT = BigInteger.TWO.pow(53);
  private static final BigInteger HALF = BigInteger.TWO.pow(32);

  // In hexadecimal, digits behind the second would belong to the number.
  private static final StringEscapes STRING =
      StringEscapes.of('"', Unit.BYTE, c -> String.format("\\%03o", c));

  OctaveTranslator() {
    super(
        VariableNames.usual(
            "Octave",
            "__FILE__ __LINE__ break case catch continue do else elseif end end_try_catch"
                + " end_unwind_protect endfor endfunction endif endparfor endswitch endwhile for function"
                + " global if otherwise parfor persistent return switch try until unwind_protect"
                + " unwind_protect_cleanup while classdef"));
  }

  @Override
  String nothing() {
    return "NaN";
  }

  @Override
  String integer(BigInteger value) {
    return integer(value, this);
  }

  @Override
  String number(double value) {
    return number(value, "NaN", "Inf", "-Inf");
  }

  @Override
  String text(String value) {
    return STRING.quoted(value);
  }

  @Override
  String list(List<ParameterValue> values) {
    return "{" + joined(values) + "}";
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    if (entries.isEmpty()) {
      return "containers.Map()";
    }
    if (entries.containsKey("")) {
      throw cannot("a dict with an empty key", "name it: Octave's maps take no empty key");
    }
    return entries.keySet().stream()
            .map(this::text)
            .collect(joining(", ", "containers.Map({", "}, "))
        + list(List.copyOf(entries.values()))
        + ")";
  }

  @Override
  String statement(String name, ParameterValue value) {
    return name + " = " + literal(value) + ";";
  }

  /** Literals are doubles: a larger number is put together from halves that these can hold. */
  static String integer(BigInteger value, Dialect dialect) {
    if (value.abs().compareTo(EXACT) <= 0) {
      return value.toString();
    }
    BigInteger low = dialect.within(64, value).mod(HALF);
    return "(int64(" + value.subtract(low).divide(HALF) + ") * 4294967296 + " + low + ")";
  }
}
