package dev.platen.study.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunMarksTest {
  @TempDir private Path dir;

  private static MarkChange add(String... labels) {
    return new MarkChange(List.of(labels), List.of(), Optional.empty(), Optional.empty());
  }

  @Test
  void whatIsNotChangedStays() {
    RunMarks.change(dir, List.of("a", "b"), add("good", "base line"));
    MarkChange other =
        new MarkChange(
            List.of(), List.of("good", "absent"), Optional.of(" <b>x</b>\n"), Optional.of(true));
    RunMarks after = RunMarks.change(dir, List.of("b"), other);
    assertThat(after).isEqualTo(RunMarks.read(dir));
    assertThat(after.of("a")).isEqualTo(new RunMark(List.of("base line", "good"), "", false));
    assertThat(after.of("b")).isEqualTo(new RunMark(List.of("base line"), "<b>x</b>", true));
    assertThat(after.of("c")).isEqualTo(RunMark.NONE);
  }

  @Test
  void ofARunWithoutAnyMarkNothingIsKept() throws IOException {
    RunMarks.change(dir, List.of("a"), add("x"));
    RunMarks.change(
        dir,
        List.of("a"),
        new MarkChange(List.of(), List.of("x"), Optional.of(""), Optional.of(false)));
    assertThat(Files.readString(dir.resolve("labels.json"))).doesNotContain("\"a\"");
  }

  @Test
  void whatALaterPlatenWroteBesideSurvives() throws IOException {
    Files.writeString(dir.resolve("labels.json"), "{\"format\": 1, \"colours\": {\"x\": 1}}");
    RunMarks.change(dir, List.of("a"), add("x"));
    assertThat(Files.readString(dir.resolve("labels.json"))).contains("\"colours\"");
  }

  @Test
  void manyWritersAtOnceLoseNothing() throws InterruptedException {
    ExecutorService writers = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 24; i++) {
      String label = "l" + i;
      writers.execute(() -> RunMarks.change(dir, List.of("a"), add(label)));
    }
    writers.shutdown();
    assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(RunMarks.read(dir).of("a").labels()).hasSize(24);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a,b", "a\nb", "a\u0000b"})
  void whatCanNotStandInALineIsNoLabel(String label) {
    assertThatThrownBy(() -> add(label))
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.kind()).isEqualTo(FaultKind.USAGE));
  }

  @Test
  void aMegabyteIsNoNoteAndIsNotQuotedWhole() {
    String text = "x".repeat(1_000_000);
    assertThatThrownBy(
            () -> new MarkChange(List.of(), List.of(), Optional.of(text), Optional.empty()))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> assertThat(fault.describe()).contains("1000000").hasSizeLessThan(500));
    assertThatThrownBy(() -> add("x".repeat(65))).isInstanceOf(Fault.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "{\"format\": 2}"})
  void aFileOfAnotherKindIsLeftAlone(String content) throws IOException {
    Files.writeString(dir.resolve("labels.json"), content);
    assertThatThrownBy(() -> RunMarks.change(dir, List.of("a"), add("x")))
        .hasMessageContaining("the labels can't be read");
    assertThat(Files.readString(dir.resolve("labels.json"))).isEqualTo(content);
  }
}
