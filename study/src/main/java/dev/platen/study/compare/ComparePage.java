package dev.platen.study.compare;

import dev.platen.report.PageAssets;
import dev.platen.report.html.HtmlWriter;
import dev.platen.resource.ResourceText;
import dev.platen.storage.WholeFile;
import dev.platen.study.label.RunMark;
import dev.platen.study.ledger.BrokenFolder;
import dev.platen.study.ledger.PastRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code index.html}: all runs of a folder on one page that loads nothing and works from a file.
 * The same runs give the same bytes. The same page, served, is brought up to date by its script:
 * then it may ask its own server, and names what it shows.
 */
final class ComparePage {
  private static final PageAssets ASSETS =
      PageAssets.of(ResourceText.beside(ComparePage.class, "compare.css"), PageScript.all());

  private static final PageAssets LIVE_ASSETS = ASSETS.withServer();

  private final List<ComparedTemplate> templates;
  private final List<BrokenFolder> broken;
  private final List<String> race;
  private final RunLinks links;
  private final Function<PastRun, RunMark> marks;
  private final PageCache known;
  private final HtmlWriter html;

  ComparePage(
      Comparison comparison, List<ComparedTemplate> templates, PageCache known, HtmlWriter html) {
    this.templates = templates;
    this.broken = comparison.broken();
    this.race = comparison.race();
    this.links = comparison.links();
    this.marks = comparison.marks();
    this.known = known;
    this.html = html;
  }

  static void write(Comparison comparison, PageCache known, Path file) {
    WholeFile.writeShared(file, out -> write(comparison, known, out));
  }

  static void write(Comparison comparison, PageCache known, OutputStream out) throws IOException {
    HtmlWriter html = HtmlWriter.utf8(out);
    try {
      new ComparePage(comparison, comparison.templates(), known, html).write(ASSETS, null);
      html.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * The page that a server brings up to date.
   *
   * @param version names what it shows
   */
  static void writeLive(
      Comparison comparison,
      List<ComparedTemplate> templates,
      PageCache known,
      String version,
      OutputStream out)
      throws IOException {
    HtmlWriter html = HtmlWriter.utf8(out);
    try {
      new ComparePage(comparison, templates, known, html).write(LIVE_ASSETS, version);
      html.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Without a version it is a page that stands for itself. */
  private void write(PageAssets assets, @Nullable String version) {
    known.beginTables();
    html.doctype().open("html").attribute("lang", "en").line();
    assets.writeHead(html, title());
    html.open("body").line();
    html.open("a", "skip").attribute("href", "#content").text("Skip to the runs").close().line();
    html.open("div", "page").line();
    html.open("div", "side").open("div", "tools").flag("hidden", true);
    html.open("button").attribute("type", "button").attribute("id", "theme-switch");
    html.text("Theme").close().close().close().line();
    html.open("main").attribute("id", "content").attribute("data-live", version).line();
    if (templates.isEmpty()) {
      html.open("header", "title").element("h1", title()).element("p", "No runs yet.").close();
      html.line();
    }
    for (int i = 0; i < templates.size(); i++) {
      new TemplateSection(templates.get(i), i, links, marks, known, html).write();
    }
    html.open("div").attribute("data-part", "end").line();
    writeEnd();
    html.close().line();
    writeFoot();
    html.close().line().close().line();
    new PageData(templates, links, marks, known).write(html);
    html.close().close().line();
  }

  /** What stands behind the sections of the templates. */
  void writeEnd() {
    if (!race.isEmpty()) {
      writeRace();
    }
    if (!broken.isEmpty()) {
      writeBroken();
    }
  }

  private String title() {
    return templates.isEmpty() ? "Runs" : templates.get(0).name();
  }

  private void writeRace() {
    html.open("h2").attribute("id", "race").text("Out of the race ");
    html.element("small", Integer.toString(race.size())).close().line();
    html.open("ul").attribute("aria-labelledby", "race").line();
    race.forEach(words -> html.element("li", words).line());
    html.close().line();
  }

  private void writeBroken() {
    html.open("h2").attribute("id", "unreadable").text("Folders that aren't counted ");
    html.element("small", Integer.toString(broken.size())).close().line();
    html.open("ul", "errors").attribute("aria-labelledby", "unreadable").line();
    for (BrokenFolder each : broken) {
      html.open("li").element("span", "s failed", "✕ Not counted");
      html.element("span", String.valueOf(each.folder().path().getFileName()));
      html.element("code", each.why()).close().line();
    }
    html.close().line();
  }

  private void writeFoot() {
    html.open("footer").open("p", "snapshot");
    html.text("This page is a snapshot: it shows what there was when it was written. ");
    html.element("code", "platen serve").text(" shows it while runs go on.").close().line();
    html.open("p").text("Every number is in ");
    html.open("a").attribute("href", "runs.csv").text("runs.csv").close();
    html.text(
        ". Means, standard deviations and intervals are of runs that succeeded; intervals are 95 %"
            + " of the mean, by "
            + (isBootstrapped() ? "the bootstrap." : "Student's t."));
    html.close().close().line();
  }

  private boolean isBootstrapped() {
    return templates.stream()
        .flatMap(template -> template.groups().groups().stream())
        .anyMatch(RunGroup::bootstrap);
  }
}
