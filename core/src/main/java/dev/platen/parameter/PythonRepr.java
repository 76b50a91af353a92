package dev.platen.parameter;

import static java.util.stream.Collectors.joining;

import dev.platen.json.PythonFloat;

/**
 * Values as Python's {@code repr} shows them.
 *
 * @see <a href="https://docs.python.org/3/library/functions.html#repr">repr</a>
 */
final class PythonRepr {
  private PythonRepr() {}

  static String of(ParameterValue value) {
    return switch (value.kind()) {
      case NULL -> "None";
      case BOOLEAN -> ((BooleanValue) value).value() ? "True" : "False";
      case INTEGER -> ((IntegerValue) value).value().toString();
      case FLOAT -> PythonFloat.repr(((FloatValue) value).value());
      case STRING -> of(((StringValue) value).value());
      case LIST ->
          ((ListValue) value)
              .values().stream().map(PythonRepr::of).collect(joining(", ", "[", "]"));
      case MAP ->
          ((MapValue) value)
              .entries().entrySet().stream()
                  .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
                  .collect(joining(", ", "{", "}"));
    };
  }

  static String of(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder(text.length() + 16).append(quote);
    text.codePoints().forEach(c -> addCharacter(c, quote, out));
    return out.append(quote).toString();
  }

  private static void addCharacter(int c, char quote, StringBuilder out) {
    switch (c) {
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c == quote) {
          out.append('\\').append(quote);
        } else if (isPrintable(c)) {
          out.appendCodePoint(c);
        } else {
          String escape = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
          out.append(String.format(escape, c));
        }
      }
    }
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}
