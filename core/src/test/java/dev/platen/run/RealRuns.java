package dev.platen.run;

import dev.platen.execute.Cancellation;
import dev.platen.json.JsonObject;
import dev.platen.kernel.launch.LocalKernels;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookWriter;
import dev.platen.storage.WholeFile;
import dev.platen.testkit.TestEnvironment;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes runs of small notebooks on a real ipykernel. */
record RealRuns(Path dir) {

  /** A template of these code cells. */
  Template template(String... sources) {
    List<Cell> cells = new ArrayList<>();
    for (String source : sources) {
      cells.add(CodeCell.of("c" + cells.size(), source, JsonObject.EMPTY));
    }
    JsonObject kernelspec =
        JsonObject.build(
            o -> o.put("name", "python3").put("display_name", "P").put("language", "python"));
    JsonObject metadata = JsonObject.build(o -> o.put("kernelspec", kernelspec));
    Path file = dir.resolve("report.ipynb");
    Notebook notebook = new Notebook(cells, metadata, JsonObject.EMPTY);
    WholeFile.write(file, out -> NotebookWriter.write(notebook, out));
    return Template.read(file);
  }

  Runner runner() {
    return new Runner(
        new LocalKernels(Clock.systemUTC()),
        Map.of("VIRTUAL_ENV", TestEnvironment.pythonPrefix().toString()),
        Clock.systemUTC());
  }

  RunResult run(Template template, UnaryOperator<RunRequest.Builder> more)
      throws InterruptedException {
    RunRequest request = more.apply(RunRequest.of(template)).build();
    return runner().run(request, RunListener.NONE, new Cancellation());
  }
}
