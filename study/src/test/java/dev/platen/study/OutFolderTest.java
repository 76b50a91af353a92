package dev.platen.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutFolderTest {
  @TempDir private Path dir;

  @Test
  void onlyADriverThatIsAloneClearsUp() {
    AtomicInteger cleared = new AtomicInteger();
    try (Claims first = Claims.open(dir.resolve("claims"))) {
      first.begin(cleared::incrementAndGet);
      assertThat(cleared).hasValue(1);
      try (Claims second = Claims.open(dir.resolve("claims"))) {
        second.begin(cleared::incrementAndGet);
        assertThat(cleared).hasValue(1);
        assertThat(second.tryClaim("a")).isPresent();
      }
    }
    try (Claims next = Claims.open(dir.resolve("claims"))) {
      next.begin(cleared::incrementAndGet);
      assertThat(cleared).hasValue(2);
    }
  }

  @Test
  void whatKilledDriversWereWritingIsRemovedAndNothingElse() throws IOException {
    OutFolder out = new OutFolder(dir);
    out.make();
    Path snapshot = Files.createDirectories(out.snapshots().resolve("abc"));
    Path part = Files.createDirectories(out.snapshots().resolve(".abc.1.part/model"));
    Files.writeString(part.resolve("a.py"), "");
    Files.writeString(dir.resolve(".index.html.2.part"), "");
    Files.writeString(out.lastStudy().resolveSibling(".study.yaml.3.part"), "");
    Files.writeString(out.lastStudy(), "");
    Files.writeString(dir.resolve("chapter.part"), "");
    out.removeParts();
    assertThat(dir).isDirectoryNotContaining("glob:**/.*.part");
    assertThat(out.snapshots()).isDirectoryNotContaining("glob:**/.*.part");
    assertThat(out.lastStudy().getParent()).isDirectoryNotContaining("glob:**/.*.part");
    assertThat(snapshot).isDirectory();
    assertThat(out.lastStudy()).exists();
    assertThat(dir.resolve("chapter.part")).exists();
  }
}
