package dev.platen.study.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellNoticeTest {
  @TempDir private Path dir;

  private String send(String command) throws InterruptedException {
    return new ShellNotice(command, dir).send(Map.of("PLATEN_MESSAGE", "it's \"over\"; $HOME"));
  }

  @Test
  void theCommandRunsInTheStudysFolderAndIsToldWhatThereIsToSay()
      throws IOException, InterruptedException {
    assertThat(send("printf %s \"$PLATEN_MESSAGE\" > said && printf '%s' \"$0\" >> said"))
        .isEmpty();
    assertThat(Files.readString(dir.resolve("said"))).startsWith("it's \"over\"; $HOME");
  }

  @Test
  void aCommandThatFailsIsReported() throws InterruptedException {
    assertThat(send("exit 3")).isEqualTo("it ended with exit code 3");
    assertThat(send("no-such-command-at-all 2>/dev/null")).isEqualTo("it ended with exit code 127");
  }
}
