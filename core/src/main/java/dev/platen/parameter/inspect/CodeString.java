package dev.platen.parameter.inspect;

import java.util.Optional;

/** The text that a string of R, Julia, Scala or Java means, as far as it is written out. */
final class CodeString {
  private CodeString() {}

  /**
   * Decodes one literal.
   *
   * @return empty for what isn't a plain string: single characters, other prefixes, interpolation,
   *     broken escapes
   */
  static Optional<String> decode(String literal, CodeSyntax syntax) {
    if (syntax.equals(CodeSyntax.R)) {
      return literal.matches("(?s)[rR]['\"].*") ? rawOfR(literal) : quoted(literal, 1);
    }
    int quote = literal.indexOf('"');
    String prefix = quote < 0 ? "?" : literal.substring(0, quote);
    boolean isRaw = prefix.equals("raw");
    if (!(prefix.isEmpty() || isRaw)) {
      return Optional.empty();
    }
    String plain = literal.substring(quote);
    boolean isTripled = plain.length() >= 6 && plain.startsWith("\"\"\"");
    if (isTripled && (syntax.equals(CodeSyntax.SCALA) || isRaw)) {
      return plain.endsWith("\"\"\"") ? Optional.of(inside(plain, 3)) : Optional.empty();
    }
    if (isTripled) {
      return indented(plain, syntax);
    }
    if (syntax.equals(CodeSyntax.JULIA) && !isRaw && plain.matches("(?s).*(?<!\\\\)\\$.*")) {
      return Optional.empty();
    }
    return isRaw && plain.length() > 1 ? Optional.of(inside(plain, 1)) : quoted(plain, 1);
  }

  private static String inside(String literal, int marks) {
    return literal.substring(marks, literal.length() - marks);
  }

  /** Text blocks lose their indentation, by rules that differ; where there is none they agree. */
  private static Optional<String> indented(String literal, CodeSyntax syntax) {
    String body = literal.length() < 6 ? " " : inside(literal, 3);
    boolean isSimple = !body.matches("(?s).*\\n[ \\t].*|.*\\$.*") && literal.endsWith("\"\"\"");
    if (!isSimple) {
      return Optional.empty();
    }
    String text = body.startsWith("\n") ? body.substring(1) : body;
    return syntax.equals(CodeSyntax.JAVA) && !body.startsWith("\n")
        ? Optional.empty()
        : unescaped(text);
  }

  private static Optional<String> rawOfR(String literal) {
    int open = 2;
    while (literal.charAt(open) == '-') {
      open++;
    }
    int marks = open - 2;
    int end = literal.length() - 2 - marks;
    return end >= open + 1 ? Optional.of(literal.substring(open + 1, end)) : Optional.empty();
  }

  private static Optional<String> quoted(String literal, int marks) {
    boolean isClosed =
        literal.length() >= 2 * marks && literal.charAt(0) == literal.charAt(literal.length() - 1);
    return isClosed ? unescaped(inside(literal, marks)) : Optional.empty();
  }

  private static Optional<String> unescaped(String body) {
    StringBuilder out = new StringBuilder(body.length());
    int i = 0;
    while (i < body.length()) {
      char c = body.charAt(i++);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      if (i == body.length()) {
        return Optional.empty();
      }
      char letter = body.charAt(i++);
      int digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
      if (digits == 0) {
        int at = "abfnrtv0\\'\"$` \n".indexOf(letter);
        if (at < 0) {
          return Optional.empty();
        }
        out.append("\u0007\b\f\n\r\t\u000b\0\\'\"$` \n".charAt(at));
        continue;
      }
      boolean braced = i < body.length() && body.charAt(i) == '{';
      int start = braced ? i + 1 : i;
      int end = start;
      while (end < body.length()
          && end < start + digits
          && Character.digit(body.charAt(end), 16) >= 0) {
        end++;
      }
      if (end == start || Long.parseLong(body.substring(start, end), 16) > 0x10ffff) {
        return Optional.empty();
      }
      out.appendCodePoint(Integer.parseInt(body.substring(start, end), 16));
      i = braced ? end + 1 : end;
    }
    return Optional.of(out.toString());
  }
}
