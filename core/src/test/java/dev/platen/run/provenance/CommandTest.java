package dev.platen.run.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
  @TempDir Path dir;

  private Optional<Command.Answer> shell(String script, Duration timeout, int maxBytes)
      throws InterruptedException {
    return Command.run(List.of("sh", "-c", script), dir, timeout, maxBytes);
  }

  @Test
  void bothOutputsAndTheExitCodeAreTaken() throws Exception {
    assertThat(shell("echo out; echo err >&2; exit 3", Duration.ofSeconds(20), 100))
        .contains(new Command.Answer(3, "out\n", false, "err\n"));
  }

  @Test
  void aProgramThatIsNotThereGivesNothing() throws Exception {
    assertThat(Command.run(List.of("no-such-program-of-platen"), dir, Duration.ofSeconds(20), 100))
        .isEmpty();
  }

  @Test
  void aProgramThatDoesNotEndIsEnded() throws Exception {
    assertThat(shell("exec sleep 60", Duration.ofMillis(100), 100))
        .contains(new Command.Answer(-1, "", false, "no answer in 0 s"));
  }

  @Test
  void endlessOutputIsCut() throws Exception {
    Command.Answer answer = shell("exec yes", Duration.ofSeconds(20), 6).orElseThrow();
    assertThat(answer.output()).isEqualTo("y\ny\ny\n");
    assertThat(answer.cut()).isTrue();
    assertThat(answer.ok()).isTrue();
  }

  @Test
  void aFloodOfErrorsDoesNotBlockTheOutput() throws Exception {
    Command.Answer answer =
        shell("head -c 200000 /dev/zero >&2; echo done", Duration.ofSeconds(20), 100).orElseThrow();
    assertThat(answer.output()).isEqualTo("done\n");
  }

  @Test
  void thePathsOfAnotherRepositoryAndPromptsAreKeptFromGit() throws Exception {
    Command.Answer answer =
        shell(
                "echo ${GIT_DIR-none} $GIT_TERMINAL_PROMPT $GIT_OPTIONAL_LOCKS",
                Duration.ofSeconds(20),
                100)
            .orElseThrow();
    assertThat(answer.output()).isEqualTo("none 0 0\n");
  }
}
