package dev.platen.report.code;

/** Colours code by its words and marks. It never fails: what it doesn't understand stays plain. */
final class WordHighlighter {
  private static final String OPERATORS = "+-*/^<>=!&|~%:?$";
  private static final String TRIPLE = "\"\"\"";

  private final WordLanguage language;
  private final String code;
  private final TokenWriter out;
  private int at;

  WordHighlighter(WordLanguage language, String code, int from, TokenWriter out) {
    this.language = language;
    this.code = code;
    this.at = from;
    this.out = out;
  }

  void write() {
    while (at < code.length()) {
      int start = at;
      TokenKind kind = next();
      out.token(kind, start, at);
    }
  }

  /** Moves behind the next token. */
  private TokenKind next() {
    char c = code.charAt(at);
    if (c == '#') {
      comment();
      return TokenKind.COMMENT;
    } else if (c == '"' || c == '`' || (c == '\'' && opensText())) {
      text(c);
      return c == '`' && !language.block() ? TokenKind.PLAIN : TokenKind.STRING;
    } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
      number();
      return TokenKind.NUMBER;
    } else if (isWordStart(at)) {
      return word();
    } else if (language.decorators() && c == '@' && isWordStart(at + 1)) {
      at++;
      word();
      return TokenKind.DECORATOR;
    } else if (OPERATORS.indexOf(c) >= 0) {
      skip(OPERATORS);
      return TokenKind.OPERATOR;
    }
    at++;
    return TokenKind.PLAIN;
  }

  private void comment() {
    if (language.block() && code.startsWith("#=", at)) {
      int end = code.indexOf("=#", at + 2);
      at = end < 0 ? code.length() : end + 2;
    } else {
      int end = code.indexOf('\n', at);
      at = end < 0 ? code.length() : end;
    }
  }

  /** After a name or a bracket Julia's quote transposes. */
  private boolean opensText() {
    if (!language.characters() || at == 0) {
      return true;
    }
    char before = code.charAt(at - 1);
    return !(Character.isLetterOrDigit(before) || ")]}_'.".indexOf(before) >= 0);
  }

  private void text(char quote) {
    boolean triple = language.triple() && code.startsWith(TRIPLE, at);
    int end = triple ? at + TRIPLE.length() : at + 1;
    while (end < code.length()) {
      char c = code.charAt(end);
      if (c == '\\') {
        end++;
      } else if (triple ? code.startsWith(TRIPLE, end) : c == quote) {
        at = end + (triple ? TRIPLE.length() : 1);
        return;
      }
      end++;
    }
    at = code.length();
  }

  private void number() {
    int start = at;
    at++;
    while (at < code.length()
        && (Character.isLetterOrDigit(code.charAt(at)) || isInNumber(start))) {
      at++;
    }
  }

  private boolean isInNumber(int start) {
    char c = code.charAt(at);
    boolean exponent = at > start && "eE".indexOf(code.charAt(at - 1)) >= 0;
    boolean hex = code.startsWith("0x", start);
    return (c == '.' && isDigit(at - 1) && !code.startsWith("..", at))
        || (c == '_' && language.block())
        || (exponent && !hex && (c == '+' || c == '-') && isDigit(at + 1));
  }

  private TokenKind word() {
    int start = at;
    while (at < code.length() && isInWord(code.charAt(at)) && !code.startsWith("!=", at)) {
      at++;
    }
    String word = code.substring(start, at);
    if (language.keywords().contains(word)) {
      return TokenKind.KEYWORD;
    } else if (language.constants().contains(word)) {
      return TokenKind.CONSTANT;
    }
    boolean member = start > 0 && "$.@".indexOf(code.charAt(start - 1)) >= 0;
    boolean called = at < code.length() && code.charAt(at) == '(';
    return called && !member && language.builtins().contains(word)
        ? TokenKind.BUILTIN
        : TokenKind.PLAIN;
  }

  private void skip(String chars) {
    while (at < code.length() && chars.indexOf(code.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean isDigit(int index) {
    return index >= 0 && index < code.length() && Character.isDigit(code.charAt(index));
  }

  private boolean isWordStart(int index) {
    if (index >= code.length()) {
      return false;
    }
    char c = code.charAt(index);
    return Character.isLetter(c) || c == '_' || (c == '.' && language.wordMarks().equals("."));
  }

  private boolean isInWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || language.wordMarks().indexOf(c) >= 0;
  }
}
