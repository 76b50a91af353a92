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
    if (isPython(language)) {
      python(code, from, html);
      return;
    }
    Optional<WordLanguage> words = WordLanguage.of(language);
    if (words.isPresent()) {
      new WordHighlighter(words.get(), code, from, new TokenWriter(code, html)).write();
      return;
    }
    Optional<LibraryHighlighter> highlighter = LibraryHighlighter.of(language);
    if (highlighter.isPresent()) {
      highlighter.get().write(code, from, new TokenWriter(code, html));
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
      write(code, end, languageOfMagic(code.substring(2, end).strip()), html);
    } else {
      new PythonHighlighter(code, from, new TokenWriter(code, html)).write();
    }
  }

  private static String languageOfMagic(String line) {
    int blank = line.indexOf(' ');
    String magic = (blank < 0 ? line : line.substring(0, blank)).toLowerCase(Locale.ROOT);
    return switch (magic) {
      case "bash", "sh", "script", "!", "system", "sx" -> "bash";
      case "sql", "html", "javascript", "js", "perl", "ruby", "latex", "svg", "r", "julia" -> magic;
      case "markdown", "writefile", "file" -> "";
      default -> "python";
    };
  }

  private static boolean isPython(String language) {
    return language.equals("python")
        || language.equals("py")
        || language.equals("python3")
        || language.equals("ipython")
        || language.equals("ipython3");
  }
}
