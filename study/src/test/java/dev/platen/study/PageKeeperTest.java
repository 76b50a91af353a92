package dev.platen.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.study.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageKeeperTest {
  @TempDir private Path dir;
  private Path page;
  private Path inTheWay;
  private final List<String> notes = new CopyOnWriteArrayList<>();

  @BeforeEach
  void aPageThatCantBeWritten() throws IOException {
    page = dir.resolve("index.html");
    inTheWay = Files.createDirectories(page).resolve("a file");
    Files.createFile(inTheWay);
  }

  private void clear() throws IOException {
    Files.delete(inTheWay);
    Files.delete(page);
  }

  @Test
  void afterAFaultTheTimerTriesAgain() throws IOException {
    try (PageKeeper keeper = PageKeeper.start(Ledger.read(dir), Clock.systemUTC(), notes::add)) {
      keeper.outdated();
      await().until(() -> !notes.isEmpty());
      clear();
      await().until(() -> Files.isRegularFile(page));
    }
  }

  @Test
  void howeverOftenItFailsItIsSaidOnce() throws IOException {
    try (PageKeeper keeper =
        new PageKeeper(Ledger.read(dir), new SteppingClock(Duration.ZERO), notes::add)) {
      keeper.outdated();
      for (int turn = 0; turn < 3; turn++) {
        keeper.look();
      }
      assertThat(notes)
          .singleElement()
          .asString()
          .startsWith("the compare page isn't up to date: ")
          .endsWith("; it is tried again");
      clear();
      for (int turn = 0; turn < 3; turn++) {
        keeper.look();
      }
      assertThat(page).isRegularFile();
    }
  }
}
