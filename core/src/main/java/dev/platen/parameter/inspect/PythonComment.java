package dev.platen.parameter.inspect;

import java.util.Optional;

/**
 * A comment behind a declaration: {@code # type: int how many epochs}.
 *
 * @param type what follows {@code type:}, one word or one type in brackets
 * @param help the rest, or ""
 */
record PythonComment(Optional<String> type, String help) {
  private static final String TYPE = "type:";

  /**
   * Reads the text behind the {@code #}. {@code type: ignore} is meant for type checkers and says
   * nothing.
   */
  static PythonComment of(String comment) {
    String text = comment.strip();
    if (!text.startsWith(TYPE)) {
      return new PythonComment(Optional.empty(), text);
    }
    String rest = text.substring(TYPE.length()).strip();
    int end = typeEnd(rest);
    String type = rest.substring(0, end);
    boolean none = type.isEmpty() || type.matches("ignore(\\[.*)?");
    return new PythonComment(
        none ? Optional.empty() : Optional.of(type), rest.substring(end).strip());
  }

  private static int typeEnd(String text) {
    int depth = 0;
    int i = 0;
    while (i < text.length() && (depth > 0 || !Character.isWhitespace(text.charAt(i)))) {
      depth += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
      i++;
    }
    return i;
  }
}
