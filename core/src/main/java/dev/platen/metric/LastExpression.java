package dev.platen.metric;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a cell's last expression: {@code mse}, {@code model.mse}, {@code result["mse"]}, R's
 * {@code fit$mse}, as it is written. Other expressions have no name.
 */
final class LastExpression {
  private static final int LONGEST = 200;

  private static final Pattern NAME =
      Pattern.compile(
          "[\\p{L}_][\\p{L}\\p{N}_]*"
              + "(?:[.$][\\p{L}_][\\p{L}\\p{N}_]*"
              + "|\\[(?:\"[^\"\\\\]*\"|'[^'\\\\]*'|-?[0-9]+)\\])*");

  private LastExpression() {}

  static Optional<String> name(String source) {
    String[] lines = source.split("\\R", -1);
    int last = lines.length - 1;
    while (last >= 0 && code(lines[last]).isBlank()) {
      last--;
    }
    // An indented line belongs to a block, and a line behind a backslash to the one before.
    if (last < 0
        || Character.isWhitespace(lines[last].charAt(0))
        || (last > 0 && lines[last - 1].endsWith("\\"))) {
      return Optional.empty();
    }
    String statement = code(lines[last]).strip();
    return statement.length() <= LONGEST && NAME.matcher(statement).matches()
        ? Optional.of(statement)
        : Optional.empty();
  }

  /** The line's last statement, without its comment. */
  private static String code(String line) {
    int start = 0;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '#') {
        return line.substring(start, i);
      } else if (c == ';' && i + 1 < line.length()) {
        start = i + 1;
      }
    }
    return line.substring(start);
  }
}
