package dev.platen.report;

import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Output;
import dev.platen.report.code.CodeHighlighter;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.PageIds;
import dev.platen.report.markdown.CrossReferences;
import dev.platen.report.markdown.CrossReferences.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes code cells: a line that names the cell, its code, and what it gave. */
final class CodeCells {
  private static final String LABEL = "[\\w.:-]{1,100}";

  private final String language;
  private final ReportOptions.Code display;
  private final Outputs outputs;
  private final CrossReferences references;
  private final HtmlWriter html;
  private final Set<String> labels = new HashSet<>();

  CodeCells(
      String language,
      ReportOptions.Code display,
      Outputs outputs,
      CrossReferences references,
      HtmlWriter html) {
    this.language = language;
    this.display = display;
    this.outputs = outputs;
    this.references = references;
    this.html = html;
  }

  void write(CodeCell cell, int index) {
    CellRun run = new CellRun(cell, index);
    CellOptions options = CellOptions.of(cell.source());
    Wishes wishes = Wishes.of(run, options);
    if (CellRun.isEmpty(cell) || wishes.cell().isRemoved()) {
      return;
    }
    boolean bad = run.ending().isBad();
    boolean folded = wishes.cell().isFolded();
    Visibility input = bad ? Visibility.SHOWN : wishes.input(display);
    List<Output> shown = wishes.output().isRemoved() ? List.of() : wishes.keep(cell.outputs());
    if (input.isRemoved() && shown.isEmpty()) {
      return;
    }
    html.open("div", bad ? "cell code-cell bad" : "cell code-cell");
    html.attribute("id", run.anchor()).line();
    if (folded) {
      html.open("details", "folded").element("summary", "Show " + run.name());
    }
    String label = id(options);
    if (!input.isRemoved()) {
      writeSource(run, options, input, shown.isEmpty() ? label : null);
    }
    if (!shown.isEmpty()) {
      writeOutputs(run, shown, wishes, label, options);
    }
    if (folded) {
      html.close();
    }
    html.close().line();
  }

  /** The label of a cell of which outputs are shown. */
  static Optional<String> label(CodeCell cell, int index) {
    if (cell.outputs().isEmpty() || !cell.source().contains("label")) {
      return Optional.empty();
    }
    CellOptions options = CellOptions.of(cell.source());
    Wishes wishes = Wishes.of(new CellRun(cell, index), options);
    boolean removed = wishes.cell().isRemoved() || wishes.output().isRemoved();
    return removed || wishes.keep(cell.outputs()).isEmpty() ? Optional.empty() : label(options);
  }

  private static Optional<String> label(CellOptions options) {
    return options.text("label").filter(label -> label.matches(LABEL));
  }

  /** The id of a cell's label, to which links in the notebook's text lead; null if it has none. */
  private @Nullable String id(CellOptions options) {
    return label(options).map(PageIds::foreign).filter(labels::add).orElse(null);
  }

  private void writeSource(
      CellRun run, CellOptions options, Visibility visibility, @Nullable String label) {
    // Beside the summary, not in it: a control mustn't hold another.
    html.open("a", "anchor").attribute("href", "#" + run.anchor());
    html.attribute("aria-label", "Link to " + run.name()).text("#").close();
    html.open("details", "source").attribute("id", label).flag("open", !visibility.isFolded());
    writeHeadline(run, options);
    // A browser drops the line break after the start tag, so code may begin with one.
    html.open("pre", "code").text("\n").open("code");
    CodeHighlighter.write(options.code().stripTrailing(), language, html);
    html.close().close().close().line();
  }

  private void writeHeadline(CellRun run, CellOptions options) {
    CodeCell cell = run.cell();
    html.open("summary").element("span", "where", "Cell " + (run.index() + 1));
    cell.executionCount()
        .ifPresent(count -> html.text(" ").element("span", "count", "In [" + count + "]"));
    options
        .text("code-summary")
        .ifPresent(summary -> html.text(" ").element("span", "about", summary));
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

  private void writeOutputs(
      CellRun run, List<Output> shown, Wishes wishes, @Nullable String label, CellOptions options) {
    boolean folded = wishes.output().isFolded();
    if (folded) {
      html.open("details", "folded").element("summary", "Show output");
    }
    html.open("div", wishes.scrolled() ? "outputs scrolled" : "outputs").attribute("id", label);
    Optional<Target> target =
        label == null ? Optional.empty() : label(options).flatMap(references::target);
    outputs.write(run, shown, new Captions(options, target));
    html.close();
    if (folded) {
      html.close();
    }
    html.line();
  }
}
