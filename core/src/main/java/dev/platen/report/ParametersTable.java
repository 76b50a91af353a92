package dev.platen.report;

import dev.platen.report.html.HtmlWriter;
import java.util.List;

/** The parameters of the run; those that differ from the template's are marked in words too. */
final class ParametersTable {
  private final List<ReportParameter> parameters;
  private final boolean typed;
  private final HtmlWriter html;

  ParametersTable(List<ReportParameter> parameters, HtmlWriter html) {
    this.parameters = parameters;
    this.typed = parameters.stream().anyMatch(parameter -> !parameter.type().isEmpty());
    this.html = html;
  }

  void write() {
    long changed = parameters.stream().filter(ReportParameter::changed).count();
    html.open("section", "parameters").attribute("aria-labelledby", "parameters");
    html.open("h2").attribute("id", "parameters").text("Parameters");
    if (changed > 0) {
      html.text(" ");
      html.element("small", changed + " of " + parameters.size() + " changed for this run");
    }
    html.close().open("div", "scroll").open("table").line();
    html.open("thead").open("tr");
    heads("Name", "Value");
    if (typed) {
      heads("Type");
    }
    if (changed > 0) {
      heads("Template default");
    }
    html.close().close().line().open("tbody").line();
    parameters.forEach(parameter -> row(parameter, changed > 0));
    html.close().close().close().close().line();
  }

  private void heads(String... titles) {
    for (String title : titles) {
      html.open("th").attribute("scope", "col").text(title).close();
    }
  }

  private void row(ReportParameter parameter, boolean withDefaults) {
    html.open("tr").attribute("class", parameter.changed() ? "changed" : null);
    html.open("th").attribute("scope", "row").element("code", parameter.name()).close();
    html.open("td").element("code", parameter.value());
    if (parameter.changed()) {
      html.text(" ").element("span", "mark", "changed");
    }
    html.close();
    if (typed) {
      html.element("td", "type", parameter.type());
    }
    if (withDefaults) {
      html.open("td", "default");
      parameter.defaultValue().ifPresent(value -> html.element("code", value));
      html.close();
    }
    html.close().line();
  }
}
