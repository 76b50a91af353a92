package dev.platen.report;

import dev.platen.report.html.HtmlWriter;
import dev.platen.report.markdown.MarkdownDocument;
import dev.platen.report.markdown.MarkdownRenderer;
import dev.platen.report.markdown.Outline;
import java.util.List;
import java.util.Optional;

/** The top of the report: what was run, how it ended, with which parameters, from where. */
final class TitleBlock {
  private static final String TRUSTED =
      "Made with --trust: scripts of the notebook's outputs run in this page, and may load what they"
          + " name from the network.";

  private final ReportContent content;
  private final Optional<RunOverview> overview;
  private final Outline outline;
  private final MarkdownRenderer markdown;
  private final ReportOptions.Scripts scripts;
  private final HtmlWriter html;

  TitleBlock(
      ReportContent content,
      Outline outline,
      MarkdownRenderer markdown,
      ReportOptions.Scripts scripts,
      HtmlWriter html) {
    this.outline = outline;
    this.markdown = markdown;
    this.content = content;
    this.overview = content.run().or(() -> PapermillOverview.of(content.notebook()));
    this.scripts = scripts;
    this.html = html;
  }

  void write() {
    html.open("header", "title").line();
    html.open("h1").attribute("id", Outline.TITLE_ID);
    Optional<MarkdownDocument> title = outline.title();
    if (title.isPresent()) {
      markdown.writeInline(title.get(), content.images(), html);
    } else {
      html.text(content.title());
    }
    html.close().line();
    overview.ifPresent(this::writeStatus);
    if (scripts == ReportOptions.Scripts.TRUSTED) {
      html.element("p", "unshown trusted", TRUSTED).line();
    }
    Failure.of(content.notebook(), overview).ifPresent(failure -> failure.write(html));
    overview.ifPresent(
        run -> {
          if (!run.parameters().isEmpty()) {
            new ParametersTable(run.parameters(), html).write();
          }
          if (!run.metrics().isEmpty()) {
            new MetricsTable(run.metrics(), html).write();
          }
          if (!run.facts().isEmpty()) {
            writeProvenance(run.facts());
          }
        });
    html.close().line();
  }

  private void writeStatus(RunOverview run) {
    RunStatus status = RunStatus.of(run.status());
    html.open("p", "status-line").open("span", "status " + status.cssClass());
    html.open("span").attribute("aria-hidden", "true").text(status.sign()).close();
    html.text(" " + status.label()).close();
    if (!run.started().isEmpty()) {
      html.text(" ").element("span", "Started " + run.started());
    }
    if (!run.duration().isEmpty()) {
      html.text(" ").element("span", "Took " + run.duration());
    }
    html.close().line();
  }

  private void writeProvenance(List<FactGroup> groups) {
    html.open("details", "provenance").element("summary", "Provenance");
    html.open("div", "groups").line();
    for (FactGroup group : groups) {
      html.open("section").element("h2", group.title()).open("dl").line();
      for (Fact fact : group.facts()) {
        html.element("dt", fact.label()).element("dd", fact.value()).line();
      }
      html.close().close().line();
    }
    html.close().close().line();
  }
}
