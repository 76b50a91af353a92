package dev.platen.parameter.inspect;

import dev.platen.parameter.inspect.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits Python source into logical lines of tokens, as far as declarations need it. Lines of
 * IPython's magics and shell commands are left out. Never fails.
 *
 * @see <a href="https://docs.python.org/3/reference/lexical_analysis.html">lexical analysis</a>
 */
final class PythonLexer {
  private static final Pattern NUMBER =
      Pattern.compile("0[xXoObB][0-9a-zA-Z_]*|[0-9_.]*(?:[eE][-+]?[0-9_]+)?[jJ]?");
  private static final Pattern OPERATOR =
      Pattern.compile("\\*\\*=|//=|>>=|<<=|\\.\\.\\.|[-+*/%@&|^<>=!:]=|->|\\*\\*|//|<<|>>|.");

  private final String source;
  private final PythonStringScanner strings;
  private final List<PythonLine> lines = new ArrayList<>();
  private List<Token> tokens = new ArrayList<>();
  private String comment = "";
  private int indentation;
  private int depth;
  private int position;

  private PythonLexer(String source) {
    this.source = source;
    this.strings = new PythonStringScanner(source);
  }

  /** The logical lines with tokens; token positions are indexes into the source. */
  static List<PythonLine> lines(String source) {
    PythonLexer lexer = new PythonLexer(source);
    while (lexer.position < source.length()) {
      lexer.step();
    }
    lexer.endLine();
    return lexer.lines;
  }

  private void step() {
    char c = source.charAt(position);
    if (c == '\n' || c == '\r') {
      if (depth == 0) {
        endLine();
      }
      position++;
    } else if (c == '\\') {
      position += source.startsWith("\r\n", position + 1) ? 3 : 2;
    } else if (Character.isWhitespace(c)) {
      indentation = tokens.isEmpty() ? indented(c) : indentation;
      position++;
    } else if (c == '#') {
      int end = lineEnd();
      comment = depth == 0 ? source.substring(position + 1, end) : comment;
      position = end;
    } else if (tokens.isEmpty() && (c == '%' || c == '!')) {
      position = lineEnd();
    } else {
      token(c);
    }
  }

  private int indented(char blank) {
    return blank == '\t' ? indentation / 8 * 8 + 8 : blank == '\f' ? 0 : indentation + 1;
  }

  private void endLine() {
    if (!tokens.isEmpty()) {
      lines.add(new PythonLine(tokens, comment.strip(), indentation));
      tokens = new ArrayList<>();
    }
    comment = "";
    indentation = 0;
  }

  private int lineEnd() {
    int i = position;
    while (i < source.length() && source.charAt(i) != '\n' && source.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private void token(char c) {
    if (PythonStringScanner.isQuote(c)) {
      add(Kind.STRING, strings.end(position, position));
    } else if (isDigit(position) || (c == '.' && isDigit(position + 1))) {
      add(Kind.NUMBER, match(NUMBER));
    } else if (Character.isUnicodeIdentifierStart(source.codePointAt(position)) || c == '_') {
      int end = strings.wordEnd(position);
      if (strings.isPrefix(position, end)) {
        add(Kind.STRING, strings.end(position, end));
      } else {
        add(Kind.NAME, end);
      }
    } else {
      operator(c);
    }
  }

  private void operator(char c) {
    if (c == ')' || c == ']' || c == '}') {
      depth = Math.max(0, depth - 1);
    }
    add(Kind.OPERATOR, match(OPERATOR));
    if (c == '(' || c == '[' || c == '{') {
      depth++;
    }
  }

  private void add(Kind kind, int end) {
    tokens.add(new Token(kind, source.substring(position, end), position, depth));
    position = end;
  }

  private int match(Pattern pattern) {
    Matcher matcher = pattern.matcher(source).region(position, source.length());
    return matcher.lookingAt() ? matcher.end() : position + 1;
  }

  private boolean isDigit(int index) {
    return index < source.length() && source.charAt(index) >= '0' && source.charAt(index) <= '9';
  }
}
