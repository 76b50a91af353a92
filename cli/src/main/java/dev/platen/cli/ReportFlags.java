package dev.platen.cli;

import dev.platen.report.ReportOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How a report is to look: what the commands that make reports have in common. */
final class ReportFlags {
  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "The report's title (default: the notebook's).")
  private @Nullable String title;

  @Option(
      names = "--code",
      paramLabel = "HOW",
      converter = CodeConverter.class,
      completionCandidates = CodeConverter.Words.class,
      defaultValue = "shown",
      description = "Code in the report: shown, folded or hidden (default: shown).")
  private ReportOptions.Code code = ReportOptions.Code.SHOWN;

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "The language of the notebook's text (default: en).")
  private String lang = "en";

  @ArgGroup private ScriptFlags scripts = new ScriptFlags();

  /** At most one of them. */
  static final class ScriptFlags {
    @Option(
        names = "--strict",
        description = "No script in the report, not even its own; figures stand as pictures.")
    private boolean strict;

    @Option(
        names = "--trust",
        description = "Outputs' HTML as it is: its scripts run in the report and may load things.")
    private boolean trust;

    ReportOptions.Scripts scripts() {
      if (strict) {
        return ReportOptions.Scripts.NONE;
      }
      return trust ? ReportOptions.Scripts.TRUSTED : ReportOptions.Scripts.FRAMED;
    }
  }

  Optional<String> title() {
    return Optional.ofNullable(title);
  }

  ReportOptions options() {
    return ReportOptions.DEFAULT.withCode(code).withLang(lang).withScripts(scripts.scripts());
  }
}
