package dev.platen.parameter.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How to write a value: {@code [[fill]align][sign][z][#][0][width][grouping][.precision][type]}.
 *
 * @param fill one character
 * @param align one of {@code < > = ^}, or ""
 * @param sign one of {@code + -} and the blank, or ""
 * @param width in characters; 0 = as wide as it is
 * @param grouping {@code ,} or {@code _}, or ""
 * @param precision -1 = none given
 * @param type a letter, or ""
 * @see <a href="https://docs.python.org/3/library/string.html#format-specification-mini-language">
 *     the mini-language</a>
 */
record FormatSpec(
    String fill,
    String align,
    String sign,
    boolean alternate,
    boolean zeros,
    int width,
    String grouping,
    int precision,
    String type) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?s)(?:(.)(?=[<>=^]))?([<>=^])?([-+ ])?z?(#)?(0)?(\\d{1,4})?([,_])?(?:\\.(\\d{1,4}))?"
              + "([bcdeEfFgGnosxX%])?");

  static FormatSpec parse(String text) throws FormatProblem {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      throw new FormatProblem(
          "':" + text + "' is no way to write a value",
          "write it as Python's format() takes it, such as :03d or :.2f");
    }
    boolean zeros = m.group(5) != null;
    String fill = or(m.group(1), zeros && m.group(2) == null ? "0" : " ");
    return new FormatSpec(
        m.group(1) == null && zeros ? "0" : fill,
        or(m.group(2), ""),
        or(m.group(3), ""),
        m.group(4) != null,
        zeros,
        m.group(6) == null ? 0 : Integer.parseInt(m.group(6)),
        or(m.group(7), ""),
        m.group(8) == null ? -1 : Integer.parseInt(m.group(8)),
        or(m.group(9), ""));
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  /** Text, cut to the precision and filled up to the width. */
  String text(String value) throws FormatProblem {
    if (!(type.isEmpty() || type.equals("s"))
        || align.equals("=")
        || !sign.isEmpty()
        || alternate
        || !grouping.isEmpty()) {
      throw new FormatProblem(
          "text can't be written like a number",
          "give the parameter a number, or a form for text such as :>8");
    }
    int length = value.codePointCount(0, value.length());
    String cut =
        precision >= 0 && precision < length
            ? value.substring(0, value.offsetByCodePoints(0, precision))
            : value;
    return padded("", cut, align.isEmpty() ? "<" : align);
  }

  /**
   * Filled up to the width.
   *
   * @param head the sign and what else stays at the left when the filling goes in between
   */
  String padded(String head, String body, String alignment) {
    int length = head.length() + body.codePointCount(0, body.length());
    int missing = Math.max(0, width - length);
    return switch (alignment) {
      case "<" -> head + body + fill.repeat(missing);
      case "^" -> fill.repeat(missing / 2) + head + body + fill.repeat(missing - missing / 2);
      case "=" -> head + fill.repeat(missing) + body;
      default -> fill.repeat(missing) + head + body;
    };
  }
}
