package dev.platen.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.execute.RunStatus;
import dev.platen.study.MadePastRun;
import dev.platen.study.ledger.PastRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperienceTest {
  @TempDir private Path dir;

  private PastRun run(RunStatus status, double seconds, long memory, int bytes) throws IOException {
    Path folder = Files.createTempDirectory(dir, "run");
    Files.write(folder.resolve("report.html"), new byte[bytes]);
    return MadePastRun.of(status, Map.of(), seconds, OptionalLong.of(memory), folder);
  }

  @Test
  void whoKnowsNothingSaysNothing() {
    Experience none = new Experience(List.of());
    assertThat(none.time(8, 2)).isEmpty();
    assertThat(none.bytes(8)).isEmpty();
    assertThat(none.memory()).isEmpty();
  }

  @Test
  void runsThatSucceededTellOfThoseToCome() throws IOException {
    Experience some =
        new Experience(
            List.of(
                run(RunStatus.SUCCEEDED, 10, 500, 1000),
                run(RunStatus.FAILED, 1000, 9000, 90_000),
                run(RunStatus.SUCCEEDED, 20, 700, 3000)));
    assertThat(some.time(5, 2)).contains(Duration.ofSeconds(45));
    assertThat(some.time(0, 2)).contains(Duration.ZERO);
    assertThat(some.bytes(10)).hasValue(20_000);
    assertThat(some.memory()).hasValue(700);
  }
}
