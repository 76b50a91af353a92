package dev.platen.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.PythonOracle;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.kernel.KernelClient;
import dev.platen.kernel.LaunchRequest;
import dev.platen.kernel.launch.LocalKernels;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.kernelspec.KernelSpecs;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookWriter;
import dev.platen.testkit.TestEnvironment;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of widgets, against what nbclient keeps of the same notebook. */
class WidgetStatesIT {
  private static final List<String> CELLS =
      List.of(
          """
          import ipywidgets as w
          from IPython.display import display
          slider = w.IntSlider(value=3, description="depth")
          tab = w.Tab([slider, w.Accordion([w.Text("t")], titles=["a"])], titles=["x", "y"])
          display(tab)
          """,
          "slider.value = 7; slider.description = 'depth of the tree'",
          """
          bar = w.IntProgress(max=200); display(bar)
          for i in range(200): bar.value = i + 1
          """,
          "w.interact(lambda n: print('n is', n), n=(0, 9))",
          """
          out = w.Output(); display(out)
          with out:
              print("captured"); display({"text/html": "<b>h</b>", "text/plain": "h"}, raw=True)
          """,
          "with out: print('more')",
          """
          other = w.Output(); display(other)
          with other: print("replaced")
          other.append_stdout("appended")
          """,
          "w.Image(value=b'\\x89PNG\\r\\n\\x1a\\n\\x00\\xff', format='png')",
          "gone = w.Button(description='gone'); display(gone); gone.close()");

  @TempDir Path dir;

  @Test
  void stateBuffersAndCapturedOutputsAreThoseOfNbclient() throws Exception {
    List<Cell> cells = new ArrayList<>();
    for (String source : CELLS) {
      cells.add(CodeCell.of("c" + cells.size(), source, JsonObject.EMPTY));
    }
    Notebook notebook = new Notebook(cells, JsonObject.EMPTY, JsonObject.EMPTY);
    Path file = dir.resolve("widgets.ipynb");
    try (OutputStream out = Files.newOutputStream(file)) {
      NotebookWriter.write(notebook, out);
    }
    Path script =
        Path.of(Objects.requireNonNull(getClass().getResource("widgets_by_nbclient.py")).toURI());
    String printed = PythonOracle.run(script, file.toString());
    JsonValue theirs = JsonReader.read(printed.substring(printed.indexOf("WIDGETS") + 7));

    JsonObject ours = execute(notebook).notebook().metadata().object("widgets");
    assertThat(numbered(ours)).isEqualTo(numbered((JsonObject) theirs));
    assertThat(JsonWriter.compactText(ours)).contains("captured", "depth of the tree", "n is 4");
  }

  /** With numbers for the ids of models, which are other ones at each run. */
  private static JsonValue numbered(JsonObject widgets) throws Exception {
    String text = JsonWriter.compactText(widgets);
    int number = 0;
    JsonObject state = widgets.object("application/vnd.jupyter.widget-state+json").object("state");
    for (String id : state.members().keySet()) {
      text = text.replace(id, "model-" + number++);
    }
    assertThat(number).isPositive();
    return JsonReader.read(text);
  }

  private Execution execute(Notebook notebook) throws Exception {
    ExecutionOptions options =
        new ExecutionOptions(
            Optional.empty(),
            Optional.empty(),
            ExecutionOptions.AfterError.STOP,
            Set.of(),
            Duration.ofSeconds(2));
    KernelSpec spec =
        new KernelSpecs(Map.of("VIRTUAL_ENV", TestEnvironment.pythonPrefix().toString()), dir)
            .find("python3", "python", "test");
    LaunchRequest request =
        new LaunchRequest(spec, dir, Map.of(), dir.resolve("kernel.log"), Duration.ofSeconds(60));
    try (KernelClient kernel = new LocalKernels(Clock.systemUTC()).start(request, () -> false)) {
      return new NotebookExecutor(
              kernel, options, ExecutionListener.NONE, new Cancellation(), Clock.systemUTC())
          .execute(notebook);
    }
  }
}
