package dev.platen.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.hash.Sha256;
import dev.platen.testkit.TestEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock on a journal, as another process sees it. */
class RunLockIT {
  @TempDir private Path out;

  private static boolean isLockedForOthers(RunFolder folder)
      throws IOException, InterruptedException {
    String attempt =
        "import fcntl, sys; fcntl.lockf(open(sys.argv[1], 'r+'), fcntl.LOCK_EX | fcntl.LOCK_NB)";
    Process other =
        new ProcessBuilder(
                TestEnvironment.python().toString(), "-c", attempt, folder.journal().toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(other.getInputStream().readAllBytes());
    int code = other.waitFor();
    assertThat(said).as("exit code " + code).matches("(?s)(.*BlockingIOError.*)?");
    return code != 0;
  }

  @Test
  void lookingForDeadRunsLeavesTheOwnOnesLocked() throws Exception {
    Set<Path> active = ConcurrentHashMap.newKeySet();
    RunFolder folder;
    try (JournalFile journal = JournalFile.claim(out, "x", Clock.systemUTC(), active)) {
      folder = journal.folder();
      assertThat(isLockedForOthers(folder)).isTrue();
      assertThat(RunRecovery.recoverAll(out, active))
          .extracting(RunRecovery.Recovered::finding)
          .containsExactly(RunRecovery.Finding.STILL_RUNNING);
      new Seal(new Sha256()).verify(folder);
      assertThat(isLockedForOthers(folder)).isTrue();
    }
    assertThat(isLockedForOthers(folder)).isFalse();
  }
}
