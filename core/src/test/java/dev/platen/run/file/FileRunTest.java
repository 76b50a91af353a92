package dev.platen.run.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.execute.Cancellation;
import dev.platen.execute.ExecutionListener;
import dev.platen.execute.ExecutionOptions;
import dev.platen.execute.RunStatus;
import dev.platen.json.JsonObject;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.kernelspec.KernelSpec.InterruptMode;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.MarkdownCell;
import dev.platen.notebook.Notebook;
import dev.platen.testkit.LossyKernel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileRunTest {
  private static final Path DIR = Path.of("").toAbsolutePath();
  private final List<Notebook> written = new ArrayList<>();

  private final class AtEnd implements NotebookTarget.AtEnd {
    @Override
    public void draft(Notebook notebook) {
      throw new AssertionError("no draft is wanted");
    }

    @Override
    public void finish(Notebook notebook) {
      written.add(notebook);
    }
  }

  private FileRun.Result run(String script) throws InterruptedException {
    Notebook notebook =
        new Notebook(List.of(), JsonObject.EMPTY, JsonObject.EMPTY)
            .withCells(
                List.of(
                    new MarkdownCell("m", "# Title", JsonObject.EMPTY, Map.of(), JsonObject.EMPTY),
                    CodeCell.of("a", "1", JsonObject.EMPTY),
                    CodeCell.of("b", "2", JsonObject.EMPTY)));
    FileRunRequest request =
        new FileRunRequest(
            notebook,
            new KernelSpec(
                "python3",
                DIR,
                DIR,
                "user",
                List.of("python"),
                "Python",
                "python",
                InterruptMode.SIGNAL,
                Map.of(),
                JsonObject.EMPTY),
            DIR,
            ExecutionOptions.DEFAULT,
            Duration.ofSeconds(60),
            SavePlan.AT_END,
            true);
    return new FileRun(request, new AtEnd(), Clock.systemUTC())
        .run(
            (launch, givenUp) -> new LossyKernel(script),
            ExecutionListener.NONE,
            new Cancellation(),
            () -> {},
            note -> {},
            log -> {});
  }

  private String papermill(int cell, String key) {
    return written.get(0).cells().get(cell).metadata().object("papermill").text(key);
  }

  @Test
  void aLostKernelsNotebookIsWrittenAlsoWhereOnlyTheEndIs() throws InterruptedException {
    assertThat(run("stream exit").execution().status()).isEqualTo(RunStatus.KERNEL_LOST);
    assertThat(written).hasSize(1);
    assertThat(((CodeCell) written.get(0).cells().get(1)).outputs()).hasSize(1);
    assertThat(papermill(1, "status")).isEqualTo("kernel_lost");
    assertThat(papermill(2, "status")).isEqualTo("pending");
  }

  @Test
  void aTextCellHasNoTimes() throws InterruptedException {
    assertThat(run("reply idle").execution().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(papermill(0, "status")).isEqualTo("completed");
    assertThat(papermill(0, "start_time")).isEmpty();
    assertThat(papermill(1, "start_time")).isNotEmpty();
  }
}
