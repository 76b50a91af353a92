package dev.platen.study.compare;

import dev.platen.report.html.HtmlWriter;

/** {@link Importance} in numbers. */
final class ImportanceTable {
  private final Importance importance;
  private final String label;
  private final HtmlWriter html;

  ImportanceTable(Importance importance, String label, HtmlWriter html) {
    this.importance = importance;
    this.label = label;
    this.html = html;
  }

  void write() {
    html.open("div", "scroll").attribute("role", "region").attribute("aria-labelledby", label);
    html.open("table").attribute("aria-labelledby", label).line().open("thead").open("tr");
    new Heads(html).text("Parameter").number("Share of the variance").number("By chance");
    html.close().close().line().open("tbody").line();
    for (Importance.OfParameter each : importance.shares()) {
      html.open("tr").open("th").attribute("scope", "row").element("code", each.name()).close();
      html.element("td", "n", percent(each.share().share()));
      html.element("td", "n", percent(each.share().byChance())).close().line();
    }
    html.close().close().close().line();
    html.element(
        "p",
        "note",
        "How much of the differences between the points' mean "
            + importance.metric()
            + " goes along with each parameter (eta squared). A parameter that does nothing has, on"
            + " average, what stands under “by chance”.");
    html.line();
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
