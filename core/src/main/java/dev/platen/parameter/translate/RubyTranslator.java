package dev.platen.parameter.translate;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Ruby.
 *
 * @see <a href="https://docs.ruby-lang.org/en/3.3/syntax/literals_rdoc.html">Ruby: literals</a>
 */
final class RubyTranslator extends Dialect {
  private static final StringEscapes STRING =
      StringEscapes.of('"', Unit.SCALAR, StringEscapes::braced).with('#', "\\#");

  RubyTranslator() {
    super(
        VariableNames.usual(
            "Ruby",
            "BEGIN END __ENCODING__ __END__ __FILE__ __LINE__ alias and begin break case class def"
                + " defined? do else elsif end ensure false for if in module next nil not or redo rescue"
                + " retry return self super then true undef unless until when while yield"));
  }

  @Override
  String nothing() {
    return "nil";
  }

  @Override
  String integer(BigInteger value) {
    return value.toString();
  }

  @Override
  String number(double value) {
    return number(value, "Float::NAN", "Float::INFINITY", "-Float::INFINITY");
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
    return "{" + joined(entries, " => ") + "}";
  }

  @Override
  String statement(String name, ParameterValue value) {
    return name + " = " + literal(value);
  }
}
