package dev.platen.report.code;

import java.util.Set;

/**
 * Colours Python as IPython takes it: magics, shell lines, f-strings with the code inside them. The
 * library's Python knows none of these. It never fails: what it doesn't understand stays plain.
 */
final class PythonHighlighter {
  private static final Set<String> KEYWORDS =
      Set.of(
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield");

  private static final Set<String> CONSTANTS = Set.of("True", "False", "None", "Ellipsis");

  private static final Set<String> BUILTINS =
      Set.of(
          "abs",
          "all",
          "any",
          "bool",
          "bytes",
          "callable",
          "dict",
          "dir",
          "display",
          "divmod",
          "enumerate",
          "filter",
          "float",
          "format",
          "frozenset",
          "getattr",
          "hasattr",
          "hash",
          "hex",
          "id",
          "input",
          "int",
          "isinstance",
          "issubclass",
          "iter",
          "len",
          "list",
          "map",
          "max",
          "min",
          "next",
          "object",
          "open",
          "ord",
          "pow",
          "print",
          "property",
          "range",
          "repr",
          "reversed",
          "round",
          "set",
          "setattr",
          "slice",
          "sorted",
          "staticmethod",
          "str",
          "sum",
          "super",
          "tuple",
          "type",
          "vars",
          "zip");

  private static final int MAX_STRING_NESTING = 5;

  private final String code;
  private final TokenWriter out;
  private final int start;
  private String lastWord = "";

  PythonHighlighter(String code, int start, TokenWriter out) {
    this.code = code;
    this.start = start;
    this.out = out;
  }

  void write() {
    write(start, code.length(), 0);
  }

  private void write(int from, int to, int nesting) {
    int i = from;
    while (i < to) {
      i = token(i, to, nesting);
    }
  }

  /** Writes the token that begins at the index, and gives the index after it. */
  private int token(int at, int to, int nesting) {
    char c = code.charAt(at);
    int quote = quoteAfterPrefix(at, to);
    if (c == '#') {
      return emit(TokenKind.COMMENT, at, endOfLine(at, to));
    } else if (quote >= 0) {
      return string(at, quote, to, nesting);
    } else if (isMagic(at, to)) {
      return emit(TokenKind.MAGIC, at, endOfLine(at, to));
    } else if (c == '?') {
      return emit(TokenKind.MAGIC, at, at + 1);
    } else if (c == '@' && beginsLine(at)) {
      return emit(TokenKind.DECORATOR, at, endOfName(at + 1, to));
    } else if (Character.isUnicodeIdentifierStart(c) || c == '_') {
      return word(at, to);
    } else if (isDigit(at, to) || (c == '.' && isDigit(at + 1, to))) {
      return emit(TokenKind.NUMBER, at, endOfNumber(at, to));
    } else if ("+-*/%=<>!&|^~@:".indexOf(c) >= 0) {
      return emit(TokenKind.OPERATOR, at, endOfOperator(at, to));
    }
    return emit(TokenKind.PLAIN, at, at + 1);
  }

  private int emit(TokenKind kind, int from, int to) {
    out.token(kind, from, to);
    return to;
  }

  private int word(int at, int to) {
    int end = at;
    while (end < to && Character.isUnicodeIdentifierPart(code.charAt(end))) {
      end++;
    }
    end = Math.max(end, at + 1);
    String word = code.substring(at, end);
    TokenKind kind = kind(word, at, end, to);
    lastWord = word;
    return emit(kind, at, end);
  }

  private TokenKind kind(String word, int at, int end, int to) {
    boolean member = at > 0 && code.charAt(at - 1) == '.';
    if (lastWord.equals("def") || lastWord.equals("class")) {
      return TokenKind.NAME;
    } else if (member) {
      return TokenKind.PLAIN;
    } else if (KEYWORDS.contains(word) || isSoftKeyword(word, at, end)) {
      return TokenKind.KEYWORD;
    } else if (CONSTANTS.contains(word)) {
      return TokenKind.CONSTANT;
    }
    boolean assigned = end < to && code.charAt(end) == '=' && !code.startsWith("==", end);
    return BUILTINS.contains(word) && !assigned ? TokenKind.BUILTIN : TokenKind.PLAIN;
  }

  /** {@code match} and {@code case} are keywords only at the head of a block. */
  private boolean isSoftKeyword(String word, int at, int end) {
    if (!(word.equals("match") || word.equals("case")) || !beginsLine(at)) {
      return false;
    }
    String rest = code.substring(end, endOfLine(end, code.length())).stripTrailing();
    return rest.startsWith(" ") && rest.endsWith(":");
  }

  /** The index of the quote if a string begins here, perhaps with a prefix; else -1. */
  private int quoteAfterPrefix(int at, int to) {
    int i = at;
    while (i < to && i < at + 2 && "rRbBuUfFtT".indexOf(code.charAt(i)) >= 0) {
      i++;
    }
    return i < to && (code.charAt(i) == '"' || code.charAt(i) == '\'') ? i : -1;
  }

  private int string(int at, int quote, int to, int nesting) {
    String prefix = code.substring(at, quote).toLowerCase(java.util.Locale.ROOT);
    char mark = code.charAt(quote);
    String triple = String.valueOf(mark).repeat(3);
    String delimiter = code.startsWith(triple, quote) ? triple : String.valueOf(mark);
    boolean template = prefix.contains("f") || prefix.contains("t");
    int pieceStart = at;
    int i = quote + delimiter.length();
    while (i < to && !code.startsWith(delimiter, i)) {
      char c = code.charAt(i);
      if (c == '\n' && delimiter.length() == 1) {
        return emit(TokenKind.STRING, pieceStart, i);
      } else if (c == '\\') {
        i += 2;
      } else if (template && code.startsWith("{{", i)) {
        i += 2;
      } else if (template && c == '{' && nesting < MAX_STRING_NESTING) {
        emit(TokenKind.STRING, pieceStart, i);
        i = interpolation(i, Math.min(to, endOfReplacement(i, to)), nesting);
        pieceStart = i;
      } else {
        i++;
      }
    }
    return emit(TokenKind.STRING, pieceStart, Math.min(to, i + delimiter.length()));
  }

  /** Writes {@code {expression!r:format}}, whose end is after the closing brace. */
  private int interpolation(int at, int end, int nesting) {
    emit(TokenKind.INTERPOLATION, at, at + 1);
    boolean closed = end - 1 > at && code.charAt(end - 1) == '}';
    int inner = closed ? end - 1 : end;
    int format = formatStart(at + 1, inner);
    write(at + 1, format, nesting + 1);
    emit(TokenKind.STRING, format, inner);
    return emit(TokenKind.INTERPOLATION, inner, end);
  }

  private int endOfReplacement(int at, int to) {
    int depth = 0;
    for (int i = at; i < to; i++) {
      char c = code.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      } else if (c == '\n') {
        return i;
      }
    }
    return to;
  }

  private int formatStart(int from, int to) {
    int depth = 0;
    for (int i = from; i < to; i++) {
      char c = code.charAt(i);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (depth == 0 && (c == ':' || (c == '!' && !code.startsWith("!=", i)))) {
        return i;
      }
    }
    return to;
  }

  private int endOfLine(int at, int to) {
    int newline = code.indexOf('\n', at);
    return newline < 0 || newline > to ? to : newline;
  }

  private int endOfName(int at, int to) {
    int i = at;
    while (i < to && (Character.isUnicodeIdentifierPart(code.charAt(i)) || code.charAt(i) == '.')) {
      i++;
    }
    return i;
  }

  private int endOfNumber(int at, int to) {
    boolean hex = code.startsWith("0x", at) || code.startsWith("0X", at);
    int i = at;
    while (i < to) {
      char c = code.charAt(i);
      boolean sign = (c == '+' || c == '-') && !hex && "eE".indexOf(code.charAt(i - 1)) >= 0;
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '.' && !(sign && i > at)) {
        break;
      }
      i++;
    }
    return i;
  }

  private int endOfOperator(int at, int to) {
    int i = at + 1;
    while (i < to && "=<>*/".indexOf(code.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  /** Not the operators that may begin a line inside of brackets. */
  private boolean isMagic(int at, int to) {
    char c = code.charAt(at);
    char next = at + 1 < to ? code.charAt(at + 1) : ' ';
    boolean magic = c == '%' && (Character.isLetter(next) || next == '%');
    boolean shell = c == '!' && next != '=';
    return ((magic || shell) && (beginsLine(at) || isAssigned(at))) || (c == '?' && beginsLine(at));
  }

  /** {@code files = !ls}: neither mark is an operator behind an equals sign. */
  private boolean isAssigned(int at) {
    int i = at - 1;
    while (i > start && code.charAt(i) == ' ') {
      i--;
    }
    return i > start && code.charAt(i) == '=' && "=!<>".indexOf(code.charAt(i - 1)) < 0;
  }

  private boolean isDigit(int at, int to) {
    return at < to && code.charAt(at) >= '0' && code.charAt(at) <= '9';
  }

  private boolean beginsLine(int at) {
    int i = at - 1;
    while (i >= start && (code.charAt(i) == ' ' || code.charAt(i) == '\t')) {
      i--;
    }
    return i < start || code.charAt(i) == '\n';
  }
}
