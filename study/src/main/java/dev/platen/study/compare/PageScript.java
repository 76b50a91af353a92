package dev.platen.study.compare;

import dev.platen.resource.ResourceText;
import java.util.List;
import java.util.stream.Collectors;

/** The page's script: small files, one after the other in one scope that nobody else sees. */
final class PageScript {
  /** In an order in which everything stands before what uses it while the page is loaded. */
  private static final List<String> FILES =
      List.of(
          "dom.js",
          "numbers.js",
          "statistics.js",
          "outputs.js",
          "model.js",
          "address.js",
          "strip.js",
          "columns.js",
          "filtering.js",
          "filters.js",
          "table.js",
          "copying.js",
          "scales.js",
          "drawing.js",
          "saving.js",
          "figure.js",
          "charts.js",
          "scatter.js",
          "importance.js",
          "seeds.js",
          "front.js",
          "parallel.js",
          "zoom.js",
          "two.js",
          "lines.js",
          "texts.js",
          "same.js",
          "difference.js",
          "differing.js",
          "explorer.js",
          "sortable.js",
          "live-page.js",
          "live-runs.js",
          "live.js",
          "main.js");

  private PageScript() {}

  static String text() {
    return FILES.stream()
        .map(name -> ResourceText.beside(PageScript.class, "script/" + name))
        .collect(Collectors.joining("\n", "\n(function () {\n'use strict';\n", "})();\n"));
  }
}
