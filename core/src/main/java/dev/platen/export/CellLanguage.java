package dev.platen.export;

import dev.platen.notebook.CodeCell;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The language of a code cell: the notebook's, or what its cell magic says. */
final class CellLanguage {
  private static final Pattern MAGIC = Pattern.compile("\\A%%([A-Za-z_]\\w*)");

  private static final Map<String, String> BY_MAGIC =
      Map.ofEntries(
          Map.entry("R", "r"),
          Map.entry("bash", "bash"),
          Map.entry("sh", "bash"),
          Map.entry("cython", "cython"),
          Map.entry("html", "html"),
          Map.entry("HTML", "html"),
          Map.entry("javascript", "javascript"),
          Map.entry("js", "javascript"),
          Map.entry("julia", "julia"),
          Map.entry("latex", "latex"),
          Map.entry("octave", "octave"),
          Map.entry("perl", "perl"),
          Map.entry("ruby", "ruby"),
          Map.entry("sql", "sql"),
          Map.entry("svg", "xml"));

  private CellLanguage() {}

  static String of(CodeCell cell, String notebookLanguage) {
    Matcher magic = MAGIC.matcher(cell.source());
    String usual = notebookLanguage.replaceAll("\\s", "");
    return magic.find() ? BY_MAGIC.getOrDefault(magic.group(1), usual) : usual;
  }
}
