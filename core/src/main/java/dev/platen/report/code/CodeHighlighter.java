package dev.platen.report.code;

import dev.platen.report.html.HtmlWriter;
import java.util.Locale;
import java.util.Optional;

/** Writes source code with its tokens coloured; code of a language it doesn't know, plain. */
public final class CodeHighlighter {

  private CodeHighlighter() {}

  /**
   * Writes the code without any element around it.
   *
   * @param language as a notebook's metadata or a Markdown fence names it, in any case; may be ""
   */
  public static void write(String code, String language, HtmlWriter html) {
    write(code, 0, language.toLowerCase(Locale.ROOT), html);
  }

  private static void write(String code, int from, String language, HtmlWriter html) {
    TokenWriter out = new TokenWriter(code, html);
    if (isPython(language)) {
      python(code, from, html);
      return;
    } else if (isYaml(language)) {
      new YamlHighlighter(code, from, out).write();
      return;
    }
    Optional<Grammar> grammar = Languages.of(language);
    if (grammar.isPresent()) {
      new GrammarHighlighter(grammar.get(), code, from, out).write();
      return;
    }
    Optional<LibraryHighlighter> highlighter = LibraryHighlighter.of(language);
    if (highlighter.isPresent()) {
      highlighter.get().write(code, from, out);
    } else {
      html.text(code, from, code.length());
    }
  }

  /** A cell magic's first line names the language of the rest. */
  private static void python(String code, int from, HtmlWriter html) {
    if (from == 0 && code.startsWith("%%")) {
      int newline = code.indexOf('\n');
      int end = newline < 0 ? code.length() : newline + 1;
      new TokenWriter(code, html).token(TokenKind.MAGIC, 0, end);
      write(code, end, CellMagic.languageOf(code.substring(2, end)), html);
    } else {
      new PythonHighlighter(code, from, new TokenWriter(code, html)).write();
    }
  }

  private static boolean isYaml(String language) {
    return language.equals("yaml") || language.equals("yml");
  }

  private static boolean isPython(String language) {
    return switch (language) {
      case "python",
          "py",
          "python3",
          "py3",
          "pyi",
          "pycon",
          "ipython",
          "ipython3",
          "cython",
          "pyx",
          "sage" ->
          true;
      default -> false;
    };
  }
}
