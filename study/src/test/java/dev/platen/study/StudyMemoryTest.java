package dev.platen.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.study.spec.LoadedStudy;
import dev.platen.study.spec.StudyReader;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyMemoryTest {
  private static final String THEN = "template: report.ipynb\nvary: {hidden: [8, 16]}\nrepeat: 2\n";

  @TempDir private Path dir;
  private StudyMemory memory;

  @BeforeEach
  void aStudyThatStarted() {
    MadeTemplate.in(dir, "hidden: int = 8\nlr = 0.1");
    OutFolder out = new OutFolder(dir.resolve("runs"));
    memory = new StudyMemory(out);
    assertThat(memory.changes(study(THEN))).isEmpty();
    out.make();
    memory.remember(study(THEN));
  }

  private LoadedStudy study(String text) {
    return StudyReader.load(text, "study.yaml", dir);
  }

  @Test
  void theSameStudyHasNoChange() {
    assertThat(memory.changes(study(THEN))).isEmpty();
    assertThat(memory.changes(study("# a comment\n" + THEN))).isEmpty();
  }

  @Test
  void everyChangedKeyIsSaidWithWhatItWas() {
    String now = "template: report.ipynb\nvary: {hidden: [8, 32], lr: [0.1]}\nseed: lr\n";
    assertThat(memory.changes(study(now.replace("seed: lr\n", ""))))
        .containsExactly(
            "vary.hidden: [8,16] → [8,32]", "vary.lr: nothing → [0.1]", "repeat: 2 → nothing");
  }

  @Test
  void whatIsRememberedIsTheLastStart() {
    memory.remember(study("template: report.ipynb\n"));
    assertThat(memory.changes(study("template: report.ipynb\n"))).isEmpty();
    assertThat(memory.changes(study(THEN)))
        .containsExactly("vary: nothing → {\"hidden\":[8,16]}", "repeat: nothing → 2");
  }
}
