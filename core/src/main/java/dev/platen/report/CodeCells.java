package dev.platen.report;

import dev.platen.notebook.CodeCell;
import dev.platen.report.code.CodeHighlighter;
import dev.platen.report.html.HtmlWriter;

/** Writes code cells: a line that names the cell, its code, and what it gave. */
final class CodeCells {
  private final String language;
  private final ReportOptions.Code display;
  private final Outputs outputs;
  private final HtmlWriter html;

  CodeCells(String language, ReportOptions.Code display, Outputs outputs, HtmlWriter html) {
    this.language = language;
    this.display = display;
    this.outputs = outputs;
    this.html = html;
  }

  void write(CodeCell cell, int index) {
    CellRun run = new CellRun(cell, index);
    // An error is never hidden, whatever the author wished for when all went well.
    boolean bad = run.ending().isBad();
    Visibility visibility = bad ? Visibility.SHOWN : Visibility.ofCell(cell);
    if (CellRun.isEmpty(cell) || visibility.isRemoved()) {
      return;
    }
    html.open("div", bad ? "cell code-cell bad" : "cell code-cell");
    html.attribute("id", run.anchor()).line();
    if (visibility.isFolded()) {
      html.open("details", "folded").element("summary", "Show " + run.name());
    }
    writeSource(run, bad);
    writeOutputs(run, bad);
    if (visibility.isFolded()) {
      html.close();
    }
    html.close().line();
  }

  private void writeSource(CellRun run, boolean bad) {
    Visibility visibility = bad ? Visibility.SHOWN : Visibility.ofInput(run.cell());
    if (display == ReportOptions.Code.HIDDEN || visibility.isRemoved()) {
      return;
    }
    // Beside the summary, not in it: a control mustn't hold another.
    html.open("a", "anchor").attribute("href", "#" + run.anchor());
    html.attribute("aria-label", "Link to " + run.name()).text("#").close();
    boolean folded = display == ReportOptions.Code.FOLDED || visibility.isFolded();
    html.open("details", "source").flag("open", !folded);
    writeHeadline(run);
    // A browser drops the line break after the start tag, so code may begin with one.
    html.open("pre", "code").text("\n").open("code");
    CodeHighlighter.write(run.cell().source().stripTrailing(), language, html);
    html.close().close().close().line();
  }

  private void writeHeadline(CellRun run) {
    CodeCell cell = run.cell();
    html.open("summary").element("span", "where", "Cell " + (run.index() + 1));
    cell.executionCount()
        .ifPresent(count -> html.text(" ").element("span", "count", "In [" + count + "]"));
    if (cell.hasTag("injected-parameters")) {
      html.text(" ").element("span", "role", "parameters of this run");
    } else if (cell.hasTag("parameters")) {
      html.text(" ").element("span", "role quiet", "default parameters");
    }
    CellRun.Ending ending = run.ending();
    if (ending != CellRun.Ending.COMPLETED) {
      html.text(" ").element("span", ending.isBad() ? "ending bad" : "ending", ending.words());
    }
    run.duration().ifPresent(time -> html.text(" ").element("span", "time", Durations.words(time)));
    html.close().line();
  }

  private void writeOutputs(CellRun run, boolean bad) {
    Visibility visibility = bad ? Visibility.SHOWN : Visibility.ofOutput(run.cell());
    if (run.cell().outputs().isEmpty() || visibility.isRemoved()) {
      return;
    }
    if (visibility.isFolded()) {
      html.open("details", "folded").element("summary", "Show output");
    }
    html.open("div", "outputs");
    outputs.write(run);
    html.close();
    if (visibility.isFolded()) {
      html.close();
    }
    html.line();
  }
}
