package dev.platen.cli;

import dev.platen.report.ReportOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  Optional<String> title() {
    return Optional.ofNullable(title);
  }

  ReportOptions options() {
    return ReportOptions.DEFAULT.withCode(code).withLang(lang);
  }
}
