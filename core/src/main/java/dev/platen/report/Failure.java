package dev.platen.report;

import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import dev.platen.report.html.HtmlWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What went wrong, said first.
 *
 * @param cell where, if it was in a cell
 * @param notRun how many code cells the run didn't come to
 */
record Failure(RunStatus status, Optional<CellRun> cell, Optional<String> error, long notRun) {

  /** Empty if all went well, as far as one can tell. */
  static Optional<Failure> of(Notebook notebook, Optional<RunOverview> overview) {
    List<Cell> cells = notebook.cells();
    List<CellRun> runs =
        IntStream.range(0, cells.size())
            .filter(i -> cells.get(i) instanceof CodeCell && !CellRun.isEmpty(cells.get(i)))
            .mapToObj(i -> new CellRun((CodeCell) cells.get(i), i))
            .toList();
    Optional<CellRun> bad = runs.stream().filter(run -> run.ending().isBad()).findFirst();
    RunStatus told = overview.map(run -> RunStatus.of(run.status())).orElse(RunStatus.SUCCEEDED);
    // A notebook that nobody vouches for may hold errors all the same.
    RunStatus status = told == RunStatus.SUCCEEDED && bad.isPresent() ? RunStatus.FAILED : told;
    if (status == RunStatus.SUCCEEDED) {
      return Optional.empty();
    }
    Optional<String> error =
        bad.flatMap(CellRun::error)
            .map(Outputs::describe)
            .or(() -> overview.flatMap(RunOverview::error));
    long notRun = runs.stream().filter(run -> run.ending() == CellRun.Ending.NOT_RUN).count();
    return Optional.of(new Failure(status, bad, error, notRun));
  }

  void write(HtmlWriter html) {
    html.open("section", "failure " + status.cssClass()).attribute("aria-label", "What went wrong");
    html.open("p").open("strong").text(status.sentence());
    cell.ifPresent(
        run -> {
          html.text(" in ").open("a").attribute("href", "#" + run.anchor());
          html.text(run.name()).close();
        });
    html.text(".").close();
    if (notRun > 0) {
      html.text(
          notRun == 1 ? " One code cell was not run." : " " + notRun + " code cells were not run.");
    }
    html.close();
    error.ifPresent(text -> html.element("pre", text));
    html.close().line();
  }
}
