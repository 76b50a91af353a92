package dev.platen.report.code;

import java.util.Optional;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.fife.ui.rsyntaxtextarea.modes.CSSTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CSharpTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DockerTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.FortranTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.GroovyTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.HTMLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.IniTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LatexTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LuaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.MakefileTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PerlTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PowerShellTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.SASTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.XMLTokenMaker;
import org.jspecify.annotations.Nullable;

/**
 * Colours with a token maker of RSyntaxTextArea, which needs {@code javax.swing.text.Segment} but
 * no display. Line by line; a line's last token type is the next line's state.
 */
final class LibraryHighlighter {
  private final TokenMaker tokens;

  private LibraryHighlighter(TokenMaker tokens) {
    this.tokens = tokens;
  }

  static Optional<LibraryHighlighter> of(String language) {
    return Optional.ofNullable(tokenMaker(language)).map(LibraryHighlighter::new);
  }

  private static @Nullable TokenMaker tokenMaker(String language) {
    return switch (language) {
      case "c#", "csharp", "cs" -> new CSharpTokenMaker();
      case "css", "scss", "less" -> new CSSTokenMaker();
      case "docker", "dockerfile" -> new DockerTokenMaker();
      case "fortran", "f90" -> new FortranTokenMaker();
      case "groovy" -> new GroovyTokenMaker();
      case "html", "htm" -> new HTMLTokenMaker();
      case "ini", "toml", "cfg", "properties" -> new IniTokenMaker();
      case "latex", "tex" -> new LatexTokenMaker();
      case "lua" -> new LuaTokenMaker();
      case "make", "makefile", "mk" -> new MakefileTokenMaker();
      case "perl", "pl" -> new PerlTokenMaker();
      case "powershell", "ps1" -> new PowerShellTokenMaker();
      case "sas" -> new SASTokenMaker();
      case "xml", "svg" -> new XMLTokenMaker();
      default -> null;
    };
  }

  /** Writes the code from the index on. */
  void write(String code, int from, TokenWriter out) {
    char[] chars = code.toCharArray();
    int state = TokenTypes.NULL;
    int start = from;
    while (start <= chars.length) {
      int newline = code.indexOf('\n', start);
      int end = newline < 0 ? chars.length : newline;
      Token token = tokens.getTokenList(new Segment(chars, start, end - start), state, start);
      int at = start;
      while (token != null && token.isPaintable()) {
        out.token(kind(token.getType()), at, at + token.length());
        at += token.length();
        token = token.getNextToken();
      }
      out.token(TokenKind.PLAIN, at, Math.min(end + 1, chars.length));
      state = tokens.getLastTokenTypeOnLine(new Segment(chars, start, end - start), state);
      start = end + 1;
    }
  }

  private static TokenKind kind(int type) {
    return switch (type) {
      case TokenTypes.COMMENT_EOL,
          TokenTypes.COMMENT_MULTILINE,
          TokenTypes.COMMENT_DOCUMENTATION,
          TokenTypes.COMMENT_KEYWORD,
          TokenTypes.COMMENT_MARKUP,
          TokenTypes.MARKUP_COMMENT ->
          TokenKind.COMMENT;
      case TokenTypes.RESERVED_WORD, TokenTypes.RESERVED_WORD_2, TokenTypes.MARKUP_TAG_NAME ->
          TokenKind.KEYWORD;
      case TokenTypes.LITERAL_BOOLEAN -> TokenKind.CONSTANT;
      case TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
          TokenTypes.LITERAL_NUMBER_FLOAT,
          TokenTypes.LITERAL_NUMBER_HEXADECIMAL,
          TokenTypes.ERROR_NUMBER_FORMAT ->
          TokenKind.NUMBER;
      case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
          TokenTypes.LITERAL_CHAR,
          TokenTypes.LITERAL_BACKQUOTE,
          TokenTypes.REGEX,
          TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
          TokenTypes.ERROR_STRING_DOUBLE,
          TokenTypes.ERROR_CHAR ->
          TokenKind.STRING;
      case TokenTypes.DATA_TYPE, TokenTypes.FUNCTION -> TokenKind.BUILTIN;
      case TokenTypes.VARIABLE, TokenTypes.MARKUP_TAG_ATTRIBUTE -> TokenKind.NAME;
      case TokenTypes.ANNOTATION, TokenTypes.PREPROCESSOR -> TokenKind.DECORATOR;
      case TokenTypes.OPERATOR -> TokenKind.OPERATOR;
      default -> TokenKind.PLAIN;
    };
  }
}
