package dev.platen.report.code;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Colours YAML, where a line's place says what it is. It never fails and never goes back by more
 * than a word.
 */
final class YamlHighlighter {
  private static final Set<String> CONSTANTS =
      Set.of(
          "true", "false", "null", "~", "yes", "no", "on", "off", "True", "False", "Null", "TRUE",
          "FALSE", "NULL", "Yes", "No", "On", "Off", ".inf", "-.inf", ".nan");

  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(0x[0-9a-fA-F]+|0o[0-7]+|(\\d[\\d_]*\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?)"
              + "|\\d{4}-\\d\\d-\\d\\d");

  private static final int LONGEST_NUMBER = 40;
  private static final String FLOW = "[]{},";

  private final String code;
  private final TokenWriter out;
  private int at;
  private int written;
  private int flow;

  YamlHighlighter(String code, int from, TokenWriter out) {
    this.code = code;
    this.at = from;
    this.written = from;
    this.out = out;
  }

  void write() {
    while (at < code.length()) {
      int start = at;
      while (c(at) == ' ' && at < code.length()) {
        at++;
      }
      int indent = at - start;
      if (line()) {
        block(indent);
      }
    }
    emit(TokenKind.PLAIN, at);
  }

  private void emit(TokenKind kind, int from) {
    out.token(TokenKind.PLAIN, written, from);
    out.token(kind, from, at);
    written = at;
  }

  /** The rest of a line; whether a text begins with the next line that ends with its indent. */
  private boolean line() {
    boolean text = false;
    if (code.startsWith("---", at) || code.startsWith("...", at)) {
      at += 3;
      emit(TokenKind.OPERATOR, at - 3);
    }
    while (at < code.length() && c(at) != '\n') {
      int start = at;
      char c = c(at);
      if (c == '#' && isBlank(at - 1)) {
        at = endOfLine();
        emit(TokenKind.COMMENT, start);
      } else if (c == '"' || c == '\'') {
        quoted(c);
        emit(isKey() ? TokenKind.NAME : TokenKind.STRING, start);
      } else if ("-?:".indexOf(c) >= 0 && isBlank(at + 1)) {
        at++;
        emit(TokenKind.OPERATOR, start);
      } else if (FLOW.indexOf(c) >= 0) {
        flow += "[{".indexOf(c) >= 0 ? 1 : "]}".indexOf(c) >= 0 && flow > 0 ? -1 : 0;
        at++;
      } else if ("&*!".indexOf(c) >= 0 && !isBlank(at + 1)) {
        word();
        emit(TokenKind.DECORATOR, start);
      } else if ((c == '|' || c == '>') && flow == 0) {
        word();
        emit(TokenKind.OPERATOR, start);
        text = true;
        continue;
      } else if (Character.isWhitespace(c)) {
        at++;
        continue;
      } else {
        scalar();
        emit(kind(start), start);
      }
      text = text && c == '#';
    }
    at = Math.min(code.length(), at + 1);
    return text;
  }

  /** A text of lines that are indented more than its key, or empty. */
  private void block(int indent) {
    int start = at;
    int end = at;
    while (at < code.length()) {
      int line = at;
      while (c(at) == ' ' && at < code.length()) {
        at++;
      }
      boolean empty = at >= code.length() || c(at) == '\n';
      if (!empty && at - line <= indent) {
        at = line;
        break;
      }
      at = endOfLine();
      end = empty ? end : at;
      at = Math.min(code.length(), at + 1);
    }
    int next = at;
    at = end;
    emit(TokenKind.STRING, start);
    at = next;
  }

  private void quoted(char quote) {
    at++;
    while (at < code.length()) {
      char c = c(at++);
      if (c == '\\' && quote == '"') {
        at = Math.min(code.length(), at + 1);
      } else if (c == quote && quote == '\'' && c(at) == '\'') {
        at++;
      } else if (c == quote) {
        return;
      }
    }
  }

  private void word() {
    while (at < code.length() && !isBlank(at) && !(flow > 0 && FLOW.indexOf(c(at)) >= 0)) {
      at++;
    }
  }

  /** Up to a colon, a comment, the end of the line or, in brackets, a comma. */
  private void scalar() {
    int end = at;
    while (at < code.length() && c(at) != '\n') {
      char c = c(at);
      boolean ends =
          (c == ':' && isBlank(at + 1))
              || (c == '#' && isBlank(at - 1))
              || (flow > 0 && FLOW.indexOf(c) >= 0);
      if (ends) {
        break;
      }
      at++;
      end = Character.isWhitespace(c) ? end : at;
    }
    at = end;
  }

  private TokenKind kind(int start) {
    String word = at - start <= LONGEST_NUMBER ? code.substring(start, at) : "";
    if (isKey()) {
      return TokenKind.NAME;
    } else if (CONSTANTS.contains(word)) {
      return TokenKind.CONSTANT;
    }
    return NUMBER.matcher(word).matches() ? TokenKind.NUMBER : TokenKind.PLAIN;
  }

  private boolean isKey() {
    int i = at;
    while (c(i) == ' ' && i < code.length()) {
      i++;
    }
    return c(i) == ':' && (isBlank(i + 1) || flow > 0);
  }

  private boolean isBlank(int index) {
    return index < 0 || index >= code.length() || Character.isWhitespace(code.charAt(index));
  }

  private int endOfLine() {
    int newline = code.indexOf('\n', at);
    return newline < 0 ? code.length() : newline;
  }

  private char c(int index) {
    return index < code.length() ? code.charAt(index) : ' ';
  }
}
