package dev.platen.study.compare;

import dev.platen.json.JsonObject;
import dev.platen.notebook.Notebook;
import dev.platen.report.html.HtmlWriter;
import dev.platen.study.ledger.Ledger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The compare page of folders in which runs are being made, for a server. Whoever keeps one pays
 * for what is new only. Confined to one thread.
 */
public final class LivePage {
  /**
   * One template's data.
   *
   * @param head all that {@code docs/compare.md} lists but the runs
   * @param rows by run its line of JSON, as the page has it
   */
  public record Section(JsonObject head, List<String> rows) {}

  /**
   * What the page shows at one moment.
   *
   * @param sections in the order of the page
   * @param parts by name the markup of what the page's script takes as it is
   */
  public record State(List<Section> sections, Map<String, String> parts) {}

  private final RunCache<byte[]> csvRows = new RunCache<>();
  private final PageCache known = new PageCache();
  private final PointCache points = new PointCache();
  private final RunLinks links;
  private List<Ledger> ledgers;
  private Comparison comparison;
  private List<ComparedTemplate> templates;

  public LivePage(List<Ledger> ledgers, RunLinks links) {
    this.ledgers = List.copyOf(ledgers);
    this.links = links;
    this.comparison = ComparePages.comparison(ledgers, links, points);
    this.templates = comparison.templates();
  }

  /** The runs that are shown, by folder. */
  public List<Ledger> ledgers() {
    return ledgers;
  }

  /** Whether these runs, or what is noted of them, are other than what is shown. */
  public boolean isOutdatedBy(List<Ledger> next) {
    return !ComparePages.comparison(next, links, points).isShownBy(comparison);
  }

  /** Shows other runs from now on. */
  public void show(List<Ledger> next) {
    ledgers = List.copyOf(next);
    comparison = ComparePages.comparison(next, links, points);
    templates = comparison.templates();
  }

  /** By cell of a notebook the nearest heading above it; "" where there is none. */
  public static List<String> headings(Notebook notebook) {
    return CellPlaces.of(notebook).stream().map(CellPlace::heading).toList();
  }

  /** What there is to see. */
  public State state() {
    Map<String, String> parts = new LinkedHashMap<>();
    for (int i = 0; i < templates.size(); i++) {
      ComparedTemplate template = templates.get(i);
      int index = i;
      parts.put("title-" + i, markup(html -> section(template, index, html).writeTitle()));
      parts.put("after-" + i, markup(html -> section(template, index, html).writeAfter()));
    }
    parts.put(
        "end", markup(html -> new ComparePage(comparison, templates, known, html).writeEnd()));
    return new State(new PageData(templates, links, comparison.marks(), known).sections(), parts);
  }

  private TemplateSection section(ComparedTemplate template, int index, HtmlWriter html) {
    return new TemplateSection(template, index, links, comparison.marks(), known, html);
  }

  /**
   * Writes the whole page.
   *
   * @param version by which it tells its server what it shows
   */
  public void write(String version, OutputStream out) throws IOException {
    ComparePage.writeLive(comparison, templates, known, version, out);
  }

  /** Writes the runs as {@code runs.csv}. */
  public void writeCsv(OutputStream out) throws IOException {
    RunsCsv.write(comparison, csvRows, out);
  }

  private static String markup(Consumer<HtmlWriter> body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HtmlWriter html = HtmlWriter.utf8(bytes);
    body.accept(html);
    html.finish();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
