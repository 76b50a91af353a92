package dev.platen.parameter.translate;

import static dev.platen.parameter.translate.StringEscapes.hex;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Perl 5. Lists and maps are references; true and false are {@code !!1} and {@code !!0}.
 *
 * @see <a href="https://perldoc.perl.org/perlop#Quote-and-Quote-like-Operators">perlop: quote</a>
 */
final class PerlTranslator extends Dialect {
  private static final BigInteger LARGEST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
  private static final BigInteger LEAST = BigInteger.TWO.pow(63).negate();

  private static final StringEscapes STRING =
      StringEscapes.of('"', Unit.SCALAR, c -> "\\x{" + hex(c, 1) + "}")
          .with('$', "\\$")
          .with('@', "\\@");

  PerlTranslator() {
    super(VariableNames.usual("Perl", "_ a b ENV INC ARGV STDIN STDOUT STDERR"));
  }

  @Override
  String nothing() {
    return "undef";
  }

  @Override
  String truth(boolean value) {
    return value ? "!!1" : "!!0";
  }

  @Override
  String integer(BigInteger value) {
    return value.compareTo(LARGEST) <= 0 && value.compareTo(LEAST) >= 0
        ? value.toString()
        : "do { require Math::BigInt; Math::BigInt->new(\"" + value + "\") }";
  }

  @Override
  String number(double value) {
    return number(value, "(\"nan\" + 0)", "(\"inf\" + 0)", "(\"-inf\" + 0)");
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
    return "my $" + name + " = " + literal(value) + ";";
  }
}
