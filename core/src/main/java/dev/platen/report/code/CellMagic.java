package dev.platen.report.code;

import java.util.Locale;

/** What an IPython cell magic says of the language of its cell. */
final class CellMagic {

  private CellMagic() {}

  /** Of the first line without its marks; "" where the cell is text. */
  static String languageOf(String line) {
    String[] words = line.strip().split("\\s+", -1);
    String magic = words[0].toLowerCase(Locale.ROOT);
    return switch (magic) {
      case "bash", "sh", "!", "system", "sx" -> "bash";
      case "script" -> words.length > 1 ? program(words[1]) : "bash";
      case "html",
          "javascript",
          "js",
          "perl",
          "ruby",
          "latex",
          "svg",
          "r",
          "julia",
          "bigquery",
          "sql" ->
          magic.equals("bigquery") ? "sql" : magic;
      case "markdown", "cmd" -> "";
      case "writefile", "file" -> ofFile(words[words.length - 1]);
      default -> magic.startsWith("sql") ? "sql" : "python";
    };
  }

  /** Of an interpreter: <code>python3</code>, <code>/usr/bin/ruby</code>. */
  private static String program(String path) {
    return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  private static String ofFile(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
