package dev.platen.parameter.translate;

import static java.util.stream.Collectors.joining;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Rust. A list holds one type, so one of several kinds can't be written; nor can what tells no
 * type: nothing, and an empty list that stands alone.
 *
 * @see <a href="https://doc.rust-lang.org/reference/tokens.html#literals">Rust: literals</a>
 */
final class RustTranslator extends Dialect {
  private static final StringEscapes STRING =
      StringEscapes.of('"', Unit.SCALAR, StringEscapes::braced);

  RustTranslator() {
    super(
        VariableNames.usual(
            "Rust",
            "as break const continue crate else enum extern false fn for if impl in let loop match mod"
                + " move mut pub ref return self Self static struct super trait true type unsafe use"
                + " where while async await dyn abstract become box do final macro override priv typeof"
                + " unsized virtual yield try gen _"));
  }

  @Override
  String nothing() {
    throw cannot("None", "leave the parameter out: in Rust nothing alone tells no type");
  }

  @Override
  String integer(BigInteger value) {
    within(64, value);
    return value.bitLength() < 32 ? value.toString() : value + "_i64";
  }

  @Override
  String number(double value) {
    return number(value, "f64::NAN", "f64::INFINITY", "f64::NEG_INFINITY");
  }

  @Override
  String text(String value) {
    return STRING.quoted(value);
  }

  @Override
  String list(List<ParameterValue> values) {
    return "vec![" + joined(Shape.ofAll(values, this).conforming(values)) + "]";
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    Shape shape = Shape.ofAll(entries.values(), this);
    return entries.entrySet().stream()
        .map(
            entry ->
                "("
                    + text(entry.getKey())
                    + ", "
                    + literal(shape.conforming(entry.getValue()))
                    + ")")
        .collect(joining(", ", "std::collections::HashMap::from([", "])"));
  }

  @Override
  String statement(String name, ParameterValue value) {
    if (!Shape.of(value, this).isKnown()) {
      throw cannot("an empty list or dict", "leave the parameter out: nothing tells its type");
    }
    return "let " + name + " = " + literal(value) + ";";
  }

  @Override
  public String comment(String text) {
    return "// " + text;
  }
}
