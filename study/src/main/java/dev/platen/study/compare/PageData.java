package dev.platen.study.compare;

import dev.platen.execute.RunStatus;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.TrustedHtml;
import dev.platen.study.label.RunMark;
import dev.platen.study.ledger.PastRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All runs as one block of JSON in the page, which its script draws tables and charts from. {@code
 * docs/compare.md} describes it. The block is inert: a browser never runs it.
 */
final class PageData {
  /** Goes up when a reader of an earlier block would misread a later one. */
  static final int FORMAT = 2;

  private final List<ComparedTemplate> templates;
  private final RunLinks links;
  private final Function<PastRun, RunMark> marks;
  private final PageCache known;

  PageData(
      List<ComparedTemplate> templates,
      RunLinks links,
      Function<PastRun, RunMark> marks,
      PageCache known) {
    this.templates = templates;
    this.links = links;
    this.marks = marks;
    this.known = known;
  }

  /** The data apart, the sections in the order of the page. */
  List<LivePage.Section> sections() {
    List<TemplateData> all = begin();
    List<LivePage.Section> sections = new ArrayList<>();
    for (TemplateData data : all) {
      sections.add(
          new LivePage.Section(head(data), data.runs().stream().map(r -> row(data, r)).toList()));
    }
    return sections;
  }

  private List<TemplateData> begin() {
    TextBudget budget = new TextBudget();
    List<TemplateData> all =
        templates.stream().map(t -> new TemplateData(t, links, known.shelf(), budget)).toList();
    known.shelf().begin();
    known.rows().begin(all.stream().map(TemplateData::columns).toList());
    return all;
  }

  private String row(TemplateData data, PastRun run) {
    return known.rows().of(run, false, r -> json(data.row(r)));
  }

  void write(HtmlWriter html) {
    html.open("script").attribute("type", "application/json").attribute("id", "page-data");
    raw(html, "{\"format\":" + FORMAT + ",\"statuses\":" + statuses() + ",\"templates\":[");
    List<TemplateData> all = begin();
    for (int i = 0; i < all.size(); i++) {
      raw(html, i == 0 ? "\n" : ",\n");
      write(all.get(i), html);
    }
    raw(html, "]}\n");
    html.close().line();
  }

  /**
   * By status its sign and its word. The signs are escaped: a block without any other character
   * beyond Latin-1 takes the browser half the memory.
   */
  private static String statuses() {
    JsonObject statuses =
        JsonObject.build(
            o -> {
              for (RunStatus status : RunStatus.values()) {
                String word = status.word();
                o.put(word, JsonArray.ofStrings(List.of(Badges.sign(word), Badges.label(word))));
              }
            });
    return json(statuses)
        .chars()
        .mapToObj(c -> c < 0x80 ? Character.toString(c) : "\\u%04x".formatted(c))
        .collect(Collectors.joining());
  }

  private JsonObject head(TemplateData data) {
    List<JsonValue> noted = MarkData.of(data.runs(), marks);
    return noted.isEmpty() ? data.head() : data.head().with("marks", new JsonArray(noted));
  }

  private void write(TemplateData data, HtmlWriter html) {
    String head = json(head(data));
    raw(html, head.substring(0, head.length() - 1));
    raw(html, ",\"runs\":[");
    String separator = "\n";
    for (PastRun run : data.runs()) {
      raw(html, separator);
      raw(html, row(data, run));
      separator = ",\n";
    }
    raw(html, "]}");
  }

  /** No text in it can end the element or begin a comment. */
  private static String json(JsonValue value) {
    return JsonWriter.compactText(value).replace("<", "\\u003c");
  }

  private static void raw(HtmlWriter html, String json) {
    html.trusted(TrustedHtml.vouchedFor(json));
  }
}
