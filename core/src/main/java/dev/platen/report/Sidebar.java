package dev.platen.report;

import dev.platen.report.html.HtmlWriter;
import dev.platen.report.markdown.Outline;

/** The column beside the report: its switches, and the contents. */
final class Sidebar {
  private static final int MAX_LEVEL = 4;

  private final Outline outline;
  private final ReportOptions.Code code;
  private final boolean scriptless;
  private final HtmlWriter html;

  Sidebar(Outline outline, ReportOptions.Code code, boolean scriptless, HtmlWriter html) {
    this.outline = outline;
    this.code = code;
    this.scriptless = scriptless;
    this.html = html;
  }

  void write() {
    html.open("div", "side").line();
    if (scriptless) {
      writePlainSwitch();
    } else {
      // Buttons need the script, which shows them.
      html.open("div", "tools").flag("hidden", true);
      button("code-switch", "Hide code");
      button("theme-switch", "Theme");
      html.close().line();
      if (code != ReportOptions.Code.HIDDEN) {
        html.open("noscript");
        writePlainSwitch();
        html.close().line();
      }
    }
    if (!outline.entries().isEmpty()) {
      writeContents();
    }
    html.close().line();
  }

  /** For pages whose script doesn't run: the style does what the box says. */
  private void writePlainSwitch() {
    if (code == ReportOptions.Code.HIDDEN) {
      return;
    }
    boolean shown = code == ReportOptions.Code.SHOWN;
    html.open("label", "plain-switch");
    html.empty("input").attribute("type", "checkbox");
    html.attribute("id", shown ? "code-away" : "code-there").text(" ");
    html.text(shown ? "Hide code" : "Show code").close();
  }

  private void button(String id, String text) {
    html.open("button").attribute("type", "button").attribute("id", id).text(text).close();
  }

  private void writeContents() {
    html.open("nav", "toc").attribute("aria-label", "Contents");
    html.open("details").flag("open", true).element("summary", "Contents").open("ol").line();
    for (Outline.Entry entry : outline.entries()) {
      if (entry.level() <= MAX_LEVEL) {
        html.open("li", "l" + entry.level());
        html.open("a").attribute("href", "#" + entry.id()).text(entry.text()).close();
        html.close().line();
      }
    }
    html.close().close().close().line();
  }
}
