package dev.platen.study.compare;

import dev.platen.parameter.NumberText;
import java.io.StringWriter;

/**
 * Writes rows of comma-separated values as RFC 4180 has them. A text that a spreadsheet would take
 * for a formula gets an apostrophe before it; numbers, also those written as text, stay as they
 * are.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV injection</a>
 */
final class CsvWriter {
  private static final String FORMULA_SIGNS = "=+-@\t\r";

  private final StringWriter out;
  private boolean isFirst = true;

  CsvWriter(StringWriter out) {
    this.out = out;
  }

  CsvWriter text(String text) {
    return quoted(isFormula(text) ? "'" + text : text);
  }

  /** What can be neither a formula nor in need of quotes. */
  CsvWriter plain(String text) {
    separate();
    out.write(text);
    return this;
  }

  /** In capitals, the one form that pandas, R and spreadsheets all know. */
  CsvWriter flag(boolean value) {
    return plain(value ? "TRUE" : "FALSE");
  }

  /** NaN and infinities as pandas and R read them. */
  CsvWriter number(double value) {
    if (Double.isInfinite(value)) {
      return plain(value > 0 ? "inf" : "-inf");
    }
    return plain(Double.toString(value));
  }

  void end() {
    out.write("\r\n");
    isFirst = true;
  }

  private CsvWriter quoted(String text) {
    boolean needsQuotes = text.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return plain(needsQuotes ? "\"" + text.replace("\"", "\"\"") + "\"" : text);
  }

  private void separate() {
    if (!isFirst) {
      out.write(',');
    }
    isFirst = false;
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty()
        && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0
        && NumberText.read(text).or(() -> NumberText.readNonFinite(text)).isEmpty();
  }
}
