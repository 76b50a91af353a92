package dev.platen.study.compare;

import dev.platen.report.html.HtmlWriter;

/** How much of a table stands in the page itself, for readers without JavaScript. */
final class StaticRows {
  static final int MOST = 100;

  private StaticRows() {}

  /** Says where the other rows are, if there are any. */
  static void writeRest(int rows, HtmlWriter html) {
    if (rows > MOST) {
      html.open("p", "note").text(rows - MOST + " more rows need JavaScript; all runs are in ");
      html.open("a").attribute("href", "runs.csv").text("runs.csv").close().text(".");
      html.close().line();
    }
  }
}
