package dev.platen.parameter.inspect;

import dev.platen.parameter.inspect.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits source into statements of tokens, as far as declarations need it. Takes any text, right or
 * wrong.
 */
final class CodeLexer {
  private static final Pattern NUMBER =
      Pattern.compile(
          "0[xX][0-9a-fA-F_]+[lL]?|0[oO][0-7_]+|0[bB][01_]+[lL]?"
              + "|(?:[0-9][0-9_]*)?\\.?[0-9][0-9_]*(?:\\.(?![.\\p{L}]))?(?:[eEf][-+]?[0-9]+)?[lLfFdDi]?");
  private static final Pattern RAW_R = Pattern.compile("[rR](['\"])(-*)([(\\[{])");

  private final String source;
  private final CodeSyntax syntax;
  private final List<CodeStatement> statements = new ArrayList<>();
  private List<Token> tokens = new ArrayList<>();
  private int lastEnd = -1;
  private int depth;
  private int position;

  private CodeLexer(String source, CodeSyntax syntax) {
    this.source = source;
    this.syntax = syntax;
  }

  static List<CodeStatement> statements(String source, CodeSyntax syntax) {
    CodeLexer lexer = new CodeLexer(source, syntax);
    while (lexer.position < source.length()) {
      lexer.step();
    }
    lexer.end();
    return lexer.statements;
  }

  private void step() {
    char c = source.charAt(position);
    if (c == '\n' || c == '\r') {
      boolean isOver =
          syntax.linesEnd()
              && depth == 0
              && !(tokens.isEmpty() || syntax.goesOn(tokens.get(tokens.size() - 1)));
      if (isOver) {
        end();
      }
      lastEnd = -1;
      position++;
    } else if (Character.isWhitespace(c)) {
      position++;
    } else if (block()) {
      skipBlock();
    } else if (source.startsWith(syntax.lineComment(), position)) {
      comment();
    } else if (c == ';' && depth == 0) {
      end();
      position++;
    } else {
      token(c);
    }
  }

  private boolean block() {
    return !syntax.blockComments().isEmpty()
        && source.startsWith(syntax.blockComments().get(0), position);
  }

  private void skipBlock() {
    String open = syntax.blockComments().get(0);
    String close = syntax.blockComments().get(1);
    int comments = 0;
    while (position < source.length()) {
      if (source.startsWith(close, position)) {
        position += close.length();
        comments--;
        if (comments == 0 || !syntax.nested()) {
          return;
        }
      } else if (source.startsWith(open, position)) {
        position += open.length();
        comments++;
      } else {
        position++;
      }
    }
  }

  /** Belongs to the statement on its line, whether that has ended or not. */
  private void comment() {
    int end = position;
    while (end < source.length() && source.charAt(end) != '\n' && source.charAt(end) != '\r') {
      end++;
    }
    String text = source.substring(position + syntax.lineComment().length(), end).strip();
    if (depth == 0 && !tokens.isEmpty() && syntax.linesEnd()) {
      if (!syntax.goesOn(tokens.get(tokens.size() - 1))) {
        end();
      }
    }
    if (lastEnd >= 0 && tokens.isEmpty()) {
      statements.set(lastEnd, statements.get(lastEnd).withComment(text));
    }
    position = end;
  }

  private void end() {
    if (!tokens.isEmpty()) {
      lastEnd = statements.size();
      statements.add(new CodeStatement(tokens, ""));
      tokens = new ArrayList<>();
    }
  }

  private void token(char c) {
    Matcher raw = RAW_R.matcher(source).region(position, source.length());
    if (syntax.equals(CodeSyntax.R) && raw.lookingAt()) {
      add(Kind.STRING, rawEnd(raw));
    } else if (syntax.quotes().indexOf(c) >= 0 && !isTransposed(c)) {
      add(Kind.STRING, stringEnd(position));
    } else if (isDigit(position) || (c == '.' && isDigit(position + 1))) {
      add(Kind.NUMBER, match(NUMBER));
    } else if (syntax.name().matcher(source).region(position, source.length()).lookingAt()) {
      int end = match(syntax.name());
      boolean isPrefix =
          end < source.length() && source.charAt(end) == '"' && !syntax.equals(CodeSyntax.R);
      add(isPrefix ? Kind.STRING : Kind.NAME, isPrefix ? stringEnd(end) : end);
    } else {
      operator(c);
    }
  }

  /** In Julia {@code x'} is no string. */
  private boolean isTransposed(char c) {
    return syntax.equals(CodeSyntax.JULIA)
        && c == '\''
        && position > 0
        && (Character.isLetterOrDigit(source.charAt(position - 1))
            || ")]'".indexOf(source.charAt(position - 1)) >= 0);
  }

  private int rawEnd(Matcher raw) {
    char open = raw.group(3).charAt(0);
    char close = open == '(' ? ')' : open == '[' ? ']' : '}';
    String end = close + raw.group(2) + raw.group(1);
    int at = source.indexOf(end, raw.end());
    return at < 0 ? source.length() : at + end.length();
  }

  private int stringEnd(int quote) {
    char mark = source.charAt(quote);
    String triple = String.valueOf(mark).repeat(3);
    boolean isTripled = syntax.tripled() && mark == '"' && source.startsWith(triple, quote);
    String close = isTripled ? triple : String.valueOf(mark);
    int i = quote + close.length();
    while (i < source.length()) {
      char c = source.charAt(i);
      if (source.startsWith(close, i)) {
        return i + close.length();
      } else if (c == '\n' && !isTripled && !syntax.linesEnd()) {
        return i;
      }
      i += c == '\\' ? 2 : 1;
    }
    return source.length();
  }

  private void operator(char c) {
    if (c == ')' || c == ']' || c == '}') {
      depth = Math.max(0, depth - 1);
    }
    add(Kind.OPERATOR, match(syntax.operators()));
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
    return matcher.lookingAt() && matcher.end() > position ? matcher.end() : position + 1;
  }

  private boolean isDigit(int index) {
    return index < source.length() && source.charAt(index) >= '0' && source.charAt(index) <= '9';
  }
}
