package dev.platen.parameter.translate;

import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.ParameterValue;
import java.util.stream.Collector;

/**
 * What the class file format sets as limits to source code: a text constant has at most 65,535
 * bytes, and a method, which a cell becomes, as many bytes of instructions.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.11">JVMS
 *     4.11</a>
 */
final class JvmCode {
  /** A character takes up to three bytes in a constant. */
  private static final int PIECE = 65_535 / 3;

  /** Up to 16 bytes of instructions make one value and put it where it belongs. */
  private static final int MOST_VALUES = 65_535 / 16;

  private JvmCode() {}

  /** The text as a constant, or as several that the language's own means join. */
  static String quoted(
      String text, StringEscapes escapes, Collector<CharSequence, ?, String> joining) {
    return TextPieces.quoted(text, PIECE, escapes, joining);
  }

  /** The value itself, if a method can hold what makes it. */
  static ParameterValue checked(ParameterValue value, Dialect dialect) {
    int count = count(value);
    if (count > MOST_VALUES) {
      throw dialect.cannot(
          count + " values in one, where a cell can hold " + MOST_VALUES,
          "write them to a file, and give the file's name");
    }
    return value;
  }

  private static int count(ParameterValue value) {
    return switch (value.kind()) {
      case LIST -> 1 + ((ListValue) value).values().stream().mapToInt(JvmCode::count).sum();
      case MAP -> 1 + ((MapValue) value).entries().values().stream().mapToInt(JvmCode::count).sum();
      default -> 1;
    };
  }
}
