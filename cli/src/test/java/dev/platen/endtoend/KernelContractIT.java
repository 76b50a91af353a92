package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.testkit.TestEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every kernel must do, whatever its language; each of them is the real one. */
class KernelContractIT {
  private static final String TEXT = "it's \"q\" \\ $x #{y} `z` é😀";

  @TempDir private Path dir;

  /** A kernel, and how its language says the same things. */
  enum Tested {
    PYTHON(
        "python3",
        "python",
        "text = ''",
        "print(text)",
        "raise ValueError('boom')",
        "while True: pass"),
    JAVA(
        "java",
        "java",
        "String text = \"\";",
        "System.out.println(text);",
        "throw new IllegalStateException(\"boom\");",
        "while (true) { Thread.sleep(1); }"),
    R("ir", "R", "text <- ''", "cat(text, '\\n', sep = '')", "stop('boom')", "repeat {}"),
    TYPESCRIPT(
        "typescript",
        "typescript",
        "let text = '';",
        "text",
        "throw new Error('boom')",
        "while (true) {}"),
    BASH(
        "bash",
        "bash",
        "text=''",
        "printf '%s\\n' \"$text\"",
        "(exit 3)",
        "while true; do :; done"),
    OCTAVE("octave", "octave", "text = '';", "disp(text)", "error('boom')", "while true; end");

    private final String kernel;
    private final String language;
    private final String parameter;
    private final String print;
    private final String fail;
    private final String endless;

    Tested(
        String kernel,
        String language,
        String parameter,
        String print,
        String fail,
        String endless) {
      this.kernel = kernel;
      this.language = language;
      this.parameter = parameter;
      this.print = print;
      this.fail = fail;
      this.endless = endless;
    }

    TestNotebook template() {
      return new TestNotebook().kernel(kernel, language).parameters(parameter);
    }

    /** Octave's says of an error only what it prints; TypeScript's, nothing at all. */
    boolean tellsErrors() {
      return this != OCTAVE && this != TYPESCRIPT;
    }
  }

  private Platen platen() {
    Path kernels = TestEnvironment.pythonPrefix().resolve("share/jupyter");
    return Platen.in(dir).with("JUPYTER_PATH", kernels + ":/usr/share/jupyter");
  }

  @ParameterizedTest
  @EnumSource
  void aTextReachesItWholeWhatItPrintsComesBackAndAnErrorEndsTheRun(Tested tested) {
    Path template =
        tested.template().code(tested.print).code(tested.fail).code(tested.print).in(dir);
    Platen platen = platen();
    Ended ended = platen.run("run", template, "text=" + TEXT);
    RunFiles run = ended.run();
    assertThat(run.printed(2)).as(ended.err()).contains(TEXT);
    if (tested.tellsErrors()) {
      assertThat(run.cellStatuses().subList(3, 5)).containsExactly("failed", "pending");
      ended.exits(1);
    }
    platen.processes().awaitGone(Duration.ofSeconds(10));
    Platen.in(dir).run("verify", run.dir()).exits(0);
  }

  @ParameterizedTest
  @EnumSource
  void aCellThatTakesTooLongIsStoppedAndWhatCameBeforeIsKept(Tested tested) {
    Path template = tested.template().code(tested.print).code(tested.endless).in(dir);
    Platen platen = platen();
    RunFiles run = platen.run("run", template, "text=kept", "--cell-timeout", "3s").exits(1).run();
    assertThat(run.printed(2)).contains("kept");
    assertThat(run.cellStatuses().get(3)).isEqualTo("timed_out");
    platen.processes().awaitGone(Duration.ofSeconds(10));
  }
}
