package dev.platen.parameter.translate;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How a language writes text between quotes, in ASCII: what is printable stands as itself, but for
 * what has an escape of its own; everything else gets the escape by number. So neither the source's
 * encoding nor characters that look like others, or that turn the line's direction, can matter.
 */
final class StringEscapes {
  /** Of what a text is made, for a language's escapes. */
  enum Unit {
    /** Half a character beyond U+FFFF counts as one, with or without its other half. */
    UTF_16,
    /** Characters; halves that stand alone too. */
    CODE_POINT,
    /** Characters; what has a half alone can't be written. */
    SCALAR,
    /** The bytes of UTF-8; what has a half alone can't be written. */
    BYTE
  }

  private final String quote;
  private final Unit unit;
  private final IntFunction<String> numbered;
  private final Map<Integer, String> named = new HashMap<>();

  private StringEscapes(String quote, Unit unit, IntFunction<String> numbered) {
    this.quote = quote;
    this.unit = unit;
    this.numbered = numbered;
  }

  /** Backslashes before the quote and the backslash, and for newline, return and tab. */
  static StringEscapes of(char quote, Unit unit, IntFunction<String> numbered) {
    return new StringEscapes(String.valueOf(quote), unit, numbered)
        .with(quote, "\\" + quote)
        .with('\\', "\\\\")
        .with('\n', "\\n")
        .with('\r', "\\r")
        .with('\t', "\\t");
  }

  /** As this, with one more escape. For the making only. */
  StringEscapes with(char character, String escape) {
    named.put((int) character, escape);
    return this;
  }

  String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16).append(quote);
    units(text).forEach(c -> add(c, out));
    return out.append(quote).toString();
  }

  private void add(int c, StringBuilder out) {
    String escape = named.get(c);
    if (escape != null) {
      out.append(escape);
    } else if (c >= ' ' && c < 0x7f) {
      out.append((char) c);
    } else {
      out.append(numbered.apply(c));
    }
  }

  private IntStream units(String text) {
    return switch (unit) {
      case UTF_16 -> text.chars();
      case CODE_POINT -> text.codePoints();
      case SCALAR -> wholeCharacters(text).codePoints();
      case BYTE -> bytes(wholeCharacters(text).getBytes(StandardCharsets.UTF_8));
    };
  }

  private static IntStream bytes(byte[] bytes) {
    return IntStream.range(0, bytes.length).map(i -> bytes[i] & 0xff);
  }

  /**
   * The text itself.
   *
   * @throws Fault {@code PARAMETER_INVALID} if it has half a character
   */
  static String wholeCharacters(String text) {
    if (text.codePoints().anyMatch(c -> c >= 0xd800 && c < 0xe000)) {
      throw Fault.of(FaultKind.PARAMETER_INVALID, "a parameter's text is no Unicode")
          .where("the template's language, which has Unicode text only")
          .found("half of a surrogate pair")
          .mend(
              "mend the text; such halves come from text that was cut in the middle of a character");
    }
    return text;
  }

  /** A number in hexadecimal, with at least so many digits. */
  static String hex(int number, int digits) {
    String hex = Integer.toHexString(number);
    return "0".repeat(Math.max(0, digits - hex.length())) + hex;
  }

  /** The escape of C's family: four digits, and eight beyond U+FFFF. */
  static String shortOrLong(int c) {
    return c < 0x10000 ? "\\u" + hex(c, 4) : "\\U" + hex(c, 8);
  }

  /** The escape with braces, such as <code>\\u{1f600}</code>. */
  static String braced(int c) {
    return "\\u{" + hex(c, 1) + "}";
  }

  /** The escape of UTF-16's units. */
  static String unit(int c) {
    return "\\u" + hex(c, 4);
  }
}
