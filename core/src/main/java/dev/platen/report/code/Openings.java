package dev.platen.report.code;

import dev.platen.report.code.Opening.Opened;
import org.jspecify.annotations.Nullable;

/** What begins in one language's own way. */
final class Openings {
  private static final Region CHARACTER = Region.text("'").oneLine();

  /** How far the end of a regular expression is looked for, so that broken code takes no time. */
  private static final int LONGEST_EXPRESSION = 500;

  private static final int LONGEST_WORD = 100;
  private static final String BRACKETS = "([{<";
  private static final String CLOSING = ")]}>";

  private Openings() {}

  /** One character in single quotes, for in Rust and Scala a quote alone is something else. */
  static Opening character(String... prefixes) {
    return (code, at, afterValue) -> {
      int quote = at;
      for (String prefix : prefixes) {
        if (code.startsWith(prefix + "'", at)) {
          quote = at + prefix.length();
        }
      }
      if (quote + 2 >= code.length() || code.charAt(quote) != '\'') {
        return null;
      }
      int length = Character.charCount(code.codePointAt(quote + 1));
      boolean one = code.charAt(quote + 1) != '\'' && code.startsWith("'", quote + 1 + length);
      return one || code.charAt(quote + 1) == '\\' ? new Opened(CHARACTER, quote + 1) : null;
    };
  }

  /** After a name or a bracket Julia's quote transposes. */
  static @Nullable Opened juliaCharacter(String code, int at, boolean afterValue) {
    boolean touches = at > 0 && !Character.isWhitespace(code.charAt(at - 1));
    return afterValue && touches ? null : character().at(code, at, afterValue);
  }

  /** {@code r#"…"#} with as many marks as one likes, perhaps of bytes. */
  static @Nullable Opened rustRaw(String code, int at, boolean afterValue) {
    int i = at;
    if (i < code.length() && "bc".indexOf(code.charAt(i)) >= 0) {
      i++;
    }
    if (!code.startsWith("r", i)) {
      return null;
    }
    int hashes = i + 1;
    i = skip(code, hashes, '#');
    return code.startsWith("\"", i)
        ? new Opened(Region.raw("\"" + "#".repeat(i - hashes)), i + 1)
        : null;
  }

  /** {@code R"word(…)word"}. */
  static @Nullable Opened cppRaw(String code, int at, boolean afterValue) {
    if (!code.startsWith("R\"", at)) {
      return null;
    }
    int bracket = at + 2;
    while (bracket < code.length() && "( \\\n\"".indexOf(code.charAt(bracket)) < 0) {
      bracket++;
    }
    return code.startsWith("(", bracket)
        ? new Opened(Region.raw(")" + code.substring(at + 2, bracket) + "\""), bracket + 1)
        : null;
  }

  /** {@code r"---[…]---"}; see {@code ?Quotes} in R. */
  static @Nullable Opened rawOfR(String code, int at, boolean afterValue) {
    char quote = at + 1 < code.length() ? code.charAt(at + 1) : ' ';
    if ((code.charAt(at) != 'r' && code.charAt(at) != 'R') || (quote != '"' && quote != '\'')) {
      return null;
    }
    int bracket = skip(code, at + 2, '-');
    int form = bracket < code.length() ? "([{".indexOf(code.charAt(bracket)) : -1;
    return form < 0
        ? null
        : new Opened(
            Region.raw(CLOSING.charAt(form) + "-".repeat(bracket - at - 2) + quote), bracket + 1);
  }

  /** {@code %in%}, {@code %>%}. */
  static @Nullable Opened operatorOfR(String code, int at, boolean afterValue) {
    if (code.charAt(at) != '%') {
      return null;
    }
    int end = at + 1;
    while (end < code.length() && end - at < LONGEST_WORD && " \n%".indexOf(code.charAt(end)) < 0) {
      end++;
    }
    return code.startsWith("%", end) ? new Opened(Region.of(TokenKind.OPERATOR, "%"), end) : null;
  }

  /** A regular expression, if no value stands before its slash and it ends on its line. */
  static @Nullable Opened expression(String code, int at, boolean afterValue) {
    boolean divides = afterValue || code.startsWith("/ ", at) || code.startsWith("/=", at);
    if (code.charAt(at) != '/' || divides) {
      return null;
    }
    boolean set = false;
    int last = Math.min(code.length(), at + LONGEST_EXPRESSION);
    for (int i = at + 1; i < last && code.charAt(i) != '\n'; i++) {
      char c = code.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        set = true;
      } else if (c == ']') {
        set = false;
      } else if (c == '/' && !set) {
        return new Opened(Region.of(TokenKind.STRING, "/"), i);
      }
    }
    return null;
  }

  /** Ruby's {@code %w[…]}, {@code %q(…)}, {@code %i{…}} and their like. */
  static @Nullable Opened percent(String code, int at, boolean afterValue) {
    if (code.charAt(at) != '%' || at + 2 >= code.length()) {
      return null;
    }
    int form = BRACKETS.indexOf(code.charAt(at + 2));
    if ("wWqQiIrx".indexOf(code.charAt(at + 1)) < 0 || form < 0) {
      return null;
    }
    Region region = Region.text(CLOSING.substring(form, form + 1));
    return new Opened(region.nesting(BRACKETS.substring(form, form + 1)), at + 3);
  }

  private static int skip(String code, int from, char mark) {
    int i = from;
    while (i < code.length() && code.charAt(i) == mark) {
      i++;
    }
    return i;
  }
}
