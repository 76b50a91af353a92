package dev.platen.study.compare;

import dev.platen.report.RunStatus;
import dev.platen.report.html.HtmlWriter;
import java.util.Locale;

/** How a run's status is shown: as on its report. */
final class Badges {
  private Badges() {}

  /** Such as {@code ✓ 22 succeeded}. */
  static void write(String status, String count, HtmlWriter html) {
    RunStatus shown = RunStatus.of(status);
    html.open("span", "status " + status).open("span").attribute("aria-hidden", "true");
    html.text(shown.sign()).close();
    html.text(" " + count + " " + words(status, shown)).close();
  }

  /** Such as {@code ✓ Succeeded}, small enough for thousands of rows. */
  static void writeSmall(String status, HtmlWriter html) {
    html.element("span", "s " + status, sign(status) + " " + label(status));
  }

  static String sign(String status) {
    return RunStatus.of(status).sign();
  }

  /** Such as {@code Timed out}. */
  static String label(String status) {
    String words = words(status, RunStatus.of(status));
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String words(String status, RunStatus shown) {
    return switch (status) {
      case "running" -> "not ended";
      case "pending" -> "pending";
      default -> shown.label().toLowerCase(Locale.ROOT);
    };
  }
}
