package dev.platen.json;

/** The text is not JSON. The message says what was expected; line and column are 1-based. */
public final class JsonSyntaxException extends Exception {
  private final int line;
  private final int column;

  JsonSyntaxException(String message, int line, int column) {
    super(message);
    this.line = line;
    this.column = column;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }
}
