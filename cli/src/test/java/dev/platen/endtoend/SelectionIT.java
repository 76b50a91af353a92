package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code platen run} of some cells only. */
class SelectionIT {
  @TempDir private Path dir;

  private static String codeHash(RunFiles run) {
    JsonObject template = run.record().object("provenance").object("template");
    return template.text("code_sha256");
  }

  @Test
  void aPartIsRunAndNeverPassesForTheWhole() {
    Path template =
        new TestNotebook()
            .markdown("# Data")
            .parameters("a = 1")
            .code("x = 5")
            .markdown("# Plots")
            .code("print('x' in dir(), a)")
            .code("1/0", "slow")
            .in(dir);
    Ended part =
        Platen.in(dir)
            .run("run", template, "a=2", "--from", "Plots", "--skip-tag", "slow")
            .exits(0);
    RunFiles run = part.run();
    assertThat(part.err())
        .contains("note: not run (--skip-tag slow --from Plots): cells 3, 6;")
        .contains("what only they define is unknown to the others");
    assertThat(run.cellStatuses())
        .containsExactly(
            "completed", "completed", "completed", "skipped", "completed", "completed", "skipped");
    assertThat(run.printed(5)).isEqualTo("False 2\n");
    assertThat(run.record().text("selection")).isEqualTo("--skip-tag slow --from Plots");

    RunFiles whole = Platen.in(dir).run("run", template, "a=2", "--until", "4").exits(0).run();
    assertThat(codeHash(whole)).isNotEmpty().isNotEqualTo(codeHash(run));
    assertThat(Platen.in(dir).run("run", template, "--from", "x").exits(2).err())
        .contains("error: no cell is called 'x'");
  }
}
