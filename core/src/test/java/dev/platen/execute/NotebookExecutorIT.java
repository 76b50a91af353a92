package dev.platen.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.kernel.KernelClient;
import dev.platen.kernel.LaunchRequest;
import dev.platen.kernel.launch.LocalKernels;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.kernelspec.KernelSpecs;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.ErrorOutput;
import dev.platen.notebook.ExecuteResult;
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
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executor on a real ipykernel. */
class NotebookExecutorIT {
  @TempDir Path dir;

  private static final ExecutionOptions QUICK =
      new ExecutionOptions(
          Optional.empty(),
          Optional.empty(),
          ExecutionOptions.AfterError.STOP,
          Set.of(),
          Duration.ofSeconds(2));

  private static CodeCell cell(String source, String... tags) {
    JsonObject metadata = JsonObject.build(o -> o.put("tags", JsonArray.ofStrings(List.of(tags))));
    return CodeCell.of("c" + Math.abs(source.hashCode()), source, metadata);
  }

  private static Notebook notebook(Cell... cells) {
    return new Notebook(List.of(cells), JsonObject.EMPTY, JsonObject.EMPTY);
  }

  private Execution execute(ExecutionOptions options, Cell... cells) throws Exception {
    return execute(options, ExecutionListener.NONE, new Cancellation(), cells);
  }

  private Execution execute(
      ExecutionOptions options,
      ExecutionListener listener,
      Cancellation cancellation,
      Cell... cells)
      throws Exception {
    try (KernelClient kernel = start()) {
      return new NotebookExecutor(kernel, options, listener, cancellation, Clock.systemUTC())
          .execute(notebook(cells));
    }
  }

  private KernelClient start() throws InterruptedException {
    KernelSpec spec =
        new KernelSpecs(Map.of("VIRTUAL_ENV", TestEnvironment.pythonPrefix().toString()), dir)
            .find("python3", "python", "test");
    return new LocalKernels(Clock.systemUTC())
        .start(
            new LaunchRequest(
                spec, dir, Map.of(), dir.resolve("kernel.log"), Duration.ofSeconds(60)),
            () -> false);
  }

  private static List<Output> outputs(Execution execution, int cell) {
    return ((CodeCell) execution.notebook().cells().get(cell)).outputs();
  }

  private static List<String> words(Execution execution) {
    return execution.outcomes().stream().map(o -> o.status().word()).toList();
  }

  @Test
  void collectsStreamsResultsAndDisplaysInOrder() throws Exception {
    Execution execution =
        execute(
            QUICK,
            cell(
                """
                import sys
                print("a"); print("b", flush=True)
                print("oops", file=sys.stderr, flush=True)
                print("c")
                40 + 2
                """),
            cell("from IPython.display import HTML, display\ndisplay(HTML('<b>x</b>'))"));
    assertThat(execution.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(outputs(execution, 0)).hasSize(4);
    assertThat(outputs(execution, 0).get(0)).isEqualTo(StreamOutput.of("stdout", "a\nb\n"));
    assertThat(outputs(execution, 0).get(1)).isEqualTo(StreamOutput.of("stderr", "oops\n"));
    ExecuteResult result = (ExecuteResult) outputs(execution, 0).get(3);
    assertThat(result.data().text("text/plain")).contains("42");
    assertThat(result.executionCount()).hasValue(1);
    DisplayData display = (DisplayData) outputs(execution, 1).get(0);
    assertThat(display.data().text("text/html")).contains("<b>x</b>");
  }

  @Test
  void aFailingCellStopsTheRunAndLeavesTheRestPending() throws Exception {
    Execution execution = execute(QUICK, cell("1"), cell("1/0"), cell("2"));
    assertThat(execution.status()).isEqualTo(RunStatus.FAILED);
    assertThat(words(execution)).containsExactly("completed", "failed", "pending");
    assertThat(((ErrorOutput) outputs(execution, 1).get(0)).ename()).isEqualTo("ZeroDivisionError");
    assertThat(execution.culprit().orElseThrow().cellIndex()).isEqualTo(1);
  }

  @Test
  void raisesExceptionAndSkipExecutionAreObeyed() throws Exception {
    Execution execution =
        execute(
            QUICK,
            cell("1/0", "raises-exception"),
            cell("raise SystemError", "skip-execution"),
            cell("   "),
            cell("print('on')"));
    assertThat(execution.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(words(execution)).containsExactly("completed", "skipped", "skipped", "completed");
  }

  @Test
  void exitWithoutCodeEndsTheRunOnPurpose() throws Exception {
    Execution execution = execute(QUICK, cell("import sys; sys.exit(0)"), cell("1/0"));
    assertThat(execution.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(words(execution)).containsExactly("completed", "skipped");
  }

  @Test
  void aSlowCellIsInterruptedAndKeepsWhatItPrinted() throws Exception {
    Execution execution =
        execute(
            QUICK.withTimeouts(Optional.of(Duration.ofMillis(700)), Optional.empty()),
            cell("import time; print('begun', flush=True); time.sleep(60)"),
            cell("1"));
    assertThat(execution.status()).isEqualTo(RunStatus.TIMED_OUT);
    assertThat(words(execution)).containsExactly("timed_out", "pending");
    assertThat(outputs(execution, 0).get(0)).isEqualTo(StreamOutput.of("stdout", "begun\n"));
  }

  @Test
  void aCellThatIgnoresTheInterruptIsKilled() throws Exception {
    Execution execution =
        execute(
            QUICK.withTimeouts(Optional.empty(), Optional.of(Duration.ofMillis(700))),
            cell(
                """
                import signal, time
                signal.signal(signal.SIGINT, signal.SIG_IGN)
                while True: time.sleep(1)
                """));
    assertThat(execution.status()).isEqualTo(RunStatus.TIMED_OUT);
  }

  @Test
  void aDeadKernelIsNoticedAndWhatItPrintedIsKept() throws Exception {
    Execution execution =
        execute(
            QUICK,
            cell("1"),
            cell("import os, time; print('last words', flush=True); time.sleep(.2); os._exit(1)"),
            cell("2"));
    assertThat(execution.status()).isEqualTo(RunStatus.KERNEL_LOST);
    assertThat(words(execution)).containsExactly("completed", "kernel_lost", "pending");
    assertThat(outputs(execution, 1)).containsExactly(StreamOutput.of("stdout", "last words\n"));
  }

  @Test
  void cancellationInterruptsTheRunningCell() throws Exception {
    Cancellation cancellation = new Cancellation();
    ExecutionListener cancelAtOutput =
        new ExecutionListener() {
          @Override
          public void outputArrived(int cellIndex, dev.platen.message.Message message) {
            cancellation.request();
          }
        };
    Execution execution =
        execute(
            QUICK,
            cancelAtOutput,
            cancellation,
            cell("print('x', flush=True)\nimport time; time.sleep(60)"),
            cell("1"));
    assertThat(execution.status()).isEqualTo(RunStatus.INTERRUPTED);
    assertThat(words(execution)).containsExactly("interrupted", "pending");
  }

  @Test
  void twentyThousandFlushedPrintsAreAllThere() throws Exception {
    List<Integer> arrived = new ArrayList<>();
    ExecutionListener counting =
        new ExecutionListener() {
          @Override
          public void outputArrived(int cellIndex, dev.platen.message.Message message) {
            arrived.add(cellIndex);
          }
        };
    Execution execution =
        execute(
            QUICK,
            counting,
            new Cancellation(),
            cell("for i in range(20000): print(i, flush=True)"));
    assertThat(outputs(execution, 0)).hasSize(1);
    String text = ((StreamOutput) outputs(execution, 0).get(0)).text();
    assertThat(text.lines()).hasSize(20_000);
    assertThat(text).startsWith("0\n1\n").endsWith("19999\n");
  }

  @Test
  void displaysAreUpdatedAcrossCellsAndClearedOutputsAreGone() throws Exception {
    Execution execution =
        execute(
            QUICK,
            cell(
                "from IPython.display import display, clear_output\nh = display('a', display_id='d')"),
            cell("h.update('b')"),
            cell("print('gone'); clear_output(wait=True); print('stays')"),
            cell("print('gone too'); clear_output()"));
    assertThat(((DisplayData) outputs(execution, 0).get(0)).data().text("text/plain"))
        .contains("'b'");
    assertThat(outputs(execution, 1)).isEmpty();
    assertThat(outputs(execution, 2)).containsExactly(StreamOutput.of("stdout", "stays\n"));
    assertThat(outputs(execution, 3)).isEmpty();
  }

  @Test
  void widgetStateAndOutputWidgetsAreKept() throws Exception {
    Execution execution =
        execute(
            QUICK,
            cell(
                """
                import ipywidgets as w
                from IPython.display import display
                s = w.IntSlider(value=7); out = w.Output()
                display(s, out)
                with out: print('captured')
                """),
            cell("out.outputs"));
    String state = execution.notebook().metadata().object("widgets").toString();
    assertThat(state).contains("IntSliderModel").contains("captured");
    assertThat(outputs(execution, 0)).allMatch(o -> o instanceof DisplayData);
    assertThat(
            ((ExecuteResult) outputs(execution, 1).get(0)).data().text("text/plain").orElseThrow())
        .contains("captured");
  }

  private static final String NOTE_WHAT_IS_SPARED =
      """
      import atexit, gc
      atexit.register(lambda: print(gc.get_freeze_count() > 0, file=open("spared", "w")))""";

  @Test
  void thePythonKernelIsSparedItsLastSearchForCycles() throws Exception {
    execute(QUICK, cell(NOTE_WHAT_IS_SPARED));
    assertThat(dir.resolve("spared")).hasContent("True");
  }

  @Test
  void aFileThatACycleHoldsOpenLosesNothingAsTheKernelLeaves() throws Exception {
    String holder =
        """
        class Holder: pass
        holder = Holder()
        holder.itself = holder
        holder.log = open("log", "w")
        holder.log.write("the last line\\n")""";
    execute(QUICK, cell(NOTE_WHAT_IS_SPARED), cell(holder));
    assertThat(dir.resolve("log")).hasContent("the last line");
    assertThat(dir.resolve("spared")).hasContent("False");
  }

  @Test
  void askingForInputIsAClearError() throws Exception {
    Execution execution = execute(QUICK, cell("input('who? ')"), cell("1"));
    assertThat(words(execution)).containsExactly("failed", "pending");
    assertThat(((ErrorOutput) outputs(execution, 0).get(0)).ename())
        .isEqualTo("StdinNotImplementedError");
  }
}
