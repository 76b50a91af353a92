package dev.platen.report;

/**
 * How a report looks.
 *
 * @param lang of the notebook's text, a BCP 47 tag such as {@code en}
 */
public record ReportOptions(Code code, String lang, Theme theme, Scripts scripts) {
  public static final ReportOptions DEFAULT =
      new ReportOptions(Code.SHOWN, "en", Theme.SYSTEM, Scripts.FRAMED);

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

  /** Which scripts run in the page. */
  public enum Scripts {
    /** The page's own; those of outputs in frames that reach nothing. */
    FRAMED,
    /** None at all. */
    NONE,
    /** Those of outputs too, in the page itself, and they may load what they name. */
    TRUSTED
  }

  public ReportOptions withCode(Code code) {
    return new ReportOptions(code, lang, theme, scripts);
  }

  public ReportOptions withLang(String lang) {
    return new ReportOptions(code, lang, theme, scripts);
  }

  public ReportOptions withTheme(Theme theme) {
    return new ReportOptions(code, lang, theme, scripts);
  }

  public ReportOptions withScripts(Scripts scripts) {
    return new ReportOptions(code, lang, theme, scripts);
  }
}
