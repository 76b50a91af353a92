package dev.platen.run;

import dev.platen.json.JsonObject;
import dev.platen.report.ReportOptions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a run's report was to look, in run.json: who finishes the run for a Platen that was killed
 * must not show code that was to be hidden, nor let scripts run that were not to.
 */
final class ReportRecord {
  private ReportRecord() {}

  static JsonObject write(ReportOptions options) {
    return JsonObject.build(
        o ->
            o.put("code", word(options.code()))
                .put("lang", options.lang())
                .put("theme", word(options.theme()))
                .put("scripts", word(options.scripts())));
  }

  /** What isn't recorded, or not understood, is as usual. */
  static ReportOptions read(JsonObject report) {
    ReportOptions usual = ReportOptions.DEFAULT;
    return new ReportOptions(
        constant(ReportOptions.Code.class, report.text("code")).orElse(usual.code()),
        report.string("lang").orElse(usual.lang()),
        constant(ReportOptions.Theme.class, report.text("theme")).orElse(usual.theme()),
        constant(ReportOptions.Scripts.class, report.text("scripts")).orElse(usual.scripts()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants()).filter(c -> word(c).equals(word)).findFirst();
  }
}
