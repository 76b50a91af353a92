package dev.platen.study.compare;

import dev.platen.resource.ResourceText;
import java.util.List;
import java.util.stream.Collectors;

/** The page's scripts, of small files. */
final class PageScript {
  /** What any browser can do, also one that is too old for the rest. */
  private static final List<String> PLAIN = List.of("sortable.js", "plain.js");

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
          "live-page.js",
          "live-runs.js",
          "live.js",
          "main.js");

  private PageScript() {}

  /** The second in one scope that nobody else sees. */
  static List<String> all() {
    return List.of(joined(PLAIN), "\n(function () {\n'use strict';\n" + joined(FILES) + "})();\n");
  }

  private static String joined(List<String> files) {
    return files.stream()
        .map(name -> ResourceText.beside(PageScript.class, "script/" + name))
        .collect(Collectors.joining("\n"));
  }
}
