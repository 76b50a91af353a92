package dev.platen.study.spec;

import dev.platen.parameter.read.YamlValue;
import dev.platen.report.ReportOptions;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code report}. */
final class ReportReader {
  private final Issues issues;

  ReportReader(Issues issues) {
    this.issues = issues;
  }

  ReportSettings read(YamlValue value) {
    Optional<Section> report =
        Section.of(
            value,
            "'report'",
            List.of("title", "code", "lang", "scripts"),
            "{code: folded}",
            issues);
    if (report.isEmpty()) {
      return ReportSettings.DEFAULT;
    }
    Optional<ReportOptions.Code> code =
        report
            .get()
            .word("code", List.of("shown", "folded", "hidden"))
            .map(word -> ReportOptions.Code.valueOf(word.toUpperCase(Locale.ROOT)));
    Optional<String> lang = report.get().text("lang");
    if (lang.isPresent() && !isLanguage(lang.get())) {
      issues.add(
          report.get().value("lang").orElseThrow().place(),
          "'" + lang.get() + "' is no language tag",
          "write en, de or pt-BR");
    }
    Optional<ReportOptions.Scripts> scripts =
        report
            .get()
            .word("scripts", List.of("framed", "none", "trusted"))
            .map(word -> ReportOptions.Scripts.valueOf(word.toUpperCase(Locale.ROOT)));
    ReportOptions usual = ReportOptions.DEFAULT;
    return new ReportSettings(
        report.get().text("title"),
        usual
            .withCode(code.orElse(usual.code()))
            .withLang(lang.orElse(usual.lang()))
            .withScripts(scripts.orElse(usual.scripts())));
  }

  private static boolean isLanguage(String tag) {
    try {
      return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }
}
