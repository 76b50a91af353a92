package dev.platen.study.spec;

import dev.platen.report.ReportOptions;
import java.util.Optional;

/**
 * How a study's reports look.
 *
 * @param title empty = the template's own
 */
public record ReportSettings(Optional<String> title, ReportOptions options) {
  public static final ReportSettings DEFAULT =
      new ReportSettings(Optional.empty(), ReportOptions.DEFAULT);
}
