package dev.platen.report;

/**
 * How a report looks.
 *
 * @param lang of the notebook's text, a BCP 47 tag such as {@code en}
 */
public record ReportOptions(Code code, String lang, Theme theme) {
  public static final ReportOptions DEFAULT = new ReportOptions(Code.SHOWN, "en", Theme.SYSTEM);

  /** What becomes of the code; hidden code is not in the file. */
  public enum Code {
    SHOWN,
    FOLDED,
    HIDDEN
  }

  /** The theme that the page opens with; its reader can change it. */
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  public ReportOptions withCode(Code code) {
    return new ReportOptions(code, lang, theme);
  }

  public ReportOptions withLang(String lang) {
    return new ReportOptions(code, lang, theme);
  }

  public ReportOptions withTheme(Theme theme) {
    return new ReportOptions(code, lang, theme);
  }
}
