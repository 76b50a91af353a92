package dev.platen.report;

import dev.platen.report.html.HtmlWriter;
import java.util.List;

/** The metrics of the run, each with a link to the cell that gave it. */
final class MetricsTable {
  private final List<ReportMetric> metrics;
  private final HtmlWriter html;

  MetricsTable(List<ReportMetric> metrics, HtmlWriter html) {
    this.metrics = metrics;
    this.html = html;
  }

  void write() {
    html.open("section", "parameters metrics").attribute("aria-labelledby", "metrics");
    html.open("h2").attribute("id", "metrics").text("Metrics").close();
    html.open("div", "scroll").open("table").line();
    html.open("thead").open("tr");
    heads(List.of("Name", "Value", "From"));
    html.close().close().line().open("tbody").line();
    metrics.forEach(this::row);
    html.close().close().close().close().line();
  }

  private void heads(List<String> titles) {
    for (String title : titles) {
      html.open("th").attribute("scope", "col").text(title).close();
    }
  }

  private void row(ReportMetric metric) {
    html.open("tr");
    html.open("th").attribute("scope", "row").element("code", metric.name()).close();
    html.open("td");
    if (metric.shown() instanceof ReportMetric.Value value) {
      html.element("code", value.text());
    } else if (metric.shown() instanceof ReportMetric.Missing missing) {
      html.element("span", "missing", missing.reason());
    } else if (metric.shown() instanceof ReportMetric.Table table) {
      write(table);
    }
    html.close().open("td", "type").text(metric.source());
    metric
        .cellIndex()
        .ifPresent(
            index -> {
              html.text(" ").open("a").attribute("href", "#" + CellRun.anchor(index));
              html.text("cell " + (index + 1)).close();
            });
    html.close().close().line();
  }

  private void write(ReportMetric.Table table) {
    html.open("details");
    html.element("summary", size(table)).open("div", "scroll").open("table").line();
    html.open("thead").open("tr");
    heads(table.columns());
    html.close().close().line().open("tbody").line();
    for (List<String> cells : table.rows()) {
      html.open("tr");
      cells.forEach(cell -> html.open("td").element("code", cell).close());
      html.close().line();
    }
    html.close().close().close().close();
  }

  private static String size(ReportMetric.Table table) {
    int rows = table.rows().size();
    int columns = table.columns().size();
    return rows
        + (rows == 1 ? " row, " : " rows, ")
        + columns
        + (columns == 1 ? " column" : " columns");
  }
}
