package dev.platen.parameter.translate;

import static java.util.stream.Collectors.joining;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * R. Numbers are doubles, as R reads them; whole ones beyond 2^53 would lose digits and are
 * refused, as is NUL, which R's text can't have.
 *
 * @see <a href="https://cran.r-project.org/doc/manuals/r-release/R-lang.html#Literal-constants">R
 *     Language Definition: literal constants</a>
 */
final class RTranslator extends Dialect {
  /** R's reader refuses longer constants with escapes beyond ASCII. */
  private static final int PIECE = 5000;

  /** R's names of list elements can't be longer. */
  private static final int LONGEST_NAME = 10_000;

  private static final BigInteger EXACT = BigInteger.TWO.pow(53);

  private static final StringEscapes STRING =
      StringEscapes.of('"', Unit.SCALAR, StringEscapes::shortOrLong);

  RTranslator() {
    super(
        VariableNames.of(
            "R",
            "_*[A-Za-z.][A-Za-z0-9._]*",
            "if else repeat while function for next break TRUE FALSE NULL Inf NaN NA NA_integer_"
                + " NA_real_ NA_character_ NA_complex_ in ..."));
  }

  @Override
  String nothing() {
    return "NULL";
  }

  @Override
  String truth(boolean value) {
    return value ? "TRUE" : "FALSE";
  }

  @Override
  String integer(BigInteger value) {
    if (value.abs().compareTo(EXACT) > 0) {
      throw cannot(
          "the whole number " + value, "give it as text: R's numbers are exact up to 2^53");
    }
    return value.toString();
  }

  @Override
  String number(double value) {
    return number(value, "NaN", "Inf", "-Inf");
  }

  @Override
  String text(String value) {
    if (value.indexOf(0) >= 0) {
      throw cannot("text with a NUL character", "leave it out: R's text can't have it");
    }
    return TextPieces.quoted(value, PIECE, STRING, joining(", ", "paste0(", ")"));
  }

  @Override
  String list(List<ParameterValue> values) {
    return "list(" + joined(values) + ")";
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    if (entries.keySet().stream()
        .allMatch(key -> !key.isEmpty() && key.length() <= LONGEST_NAME / 6)) {
      return entries.isEmpty()
          ? "setNames(list(), character())"
          : "list(" + joined(entries, " = ") + ")";
    }
    return "setNames("
        + list(List.copyOf(entries.values()))
        + entries.keySet().stream().map(this::text).collect(joining(", ", ", c(", "))"));
  }

  @Override
  String statement(String name, ParameterValue value) {
    // R's names don't begin with '_'; papermill takes these off as well.
    return name.replaceFirst("^_+", "") + " = " + literal(value);
  }
}
