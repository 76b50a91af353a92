package dev.platen.run.provenance;

import dev.platen.execute.Cancellation;
import dev.platen.execute.Execution;
import dev.platen.execute.ExecutionListener;
import dev.platen.execute.ExecutionOptions;
import dev.platen.execute.NotebookExecutor;
import dev.platen.json.JsonObject;
import dev.platen.kernel.KernelClient;
import dev.platen.kernel.LaunchRequest;
import dev.platen.kernel.launch.LocalKernels;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.kernelspec.KernelSpecs;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.Output;
import dev.platen.notebook.StreamOutput;
import dev.platen.testkit.TestEnvironment;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real ipykernel that runs cells. */
final class ObservedKernel {
  private ObservedKernel() {}

  static KernelClient start(Path workingDir, Path log, Map<String, String> env)
      throws InterruptedException {
    KernelSpec spec =
        new KernelSpecs(
                Map.of("VIRTUAL_ENV", TestEnvironment.pythonPrefix().toString()), workingDir)
            .find("python3", "python", "test");
    return new LocalKernels(Clock.systemUTC())
        .start(new LaunchRequest(spec, workingDir, env, log, Duration.ofSeconds(60)), () -> false);
  }

  static Execution execute(KernelClient kernel, String... sources) throws InterruptedException {
    List<Cell> cells = new ArrayList<>();
    for (String source : sources) {
      cells.add(CodeCell.of("c" + cells.size(), source, JsonObject.EMPTY));
    }
    return new NotebookExecutor(
            kernel,
            ExecutionOptions.DEFAULT,
            ExecutionListener.NONE,
            new Cancellation(),
            Clock.systemUTC())
        .execute(new Notebook(cells, JsonObject.EMPTY, JsonObject.EMPTY));
  }

  static String printed(Execution execution) {
    StringBuilder text = new StringBuilder();
    for (Cell cell : execution.notebook().cells()) {
      for (Output output : ((CodeCell) cell).outputs()) {
        text.append(output instanceof StreamOutput stream ? stream.text() : output).append('\n');
      }
    }
    return text.toString();
  }

  /** Two kernels call the files of their cells by their own temporary folders and processes. */
  static String comparable(String printed) {
    return printed.replaceAll("[^\"']*/ipykernel_\\d+/", "ipykernel/");
  }
}
