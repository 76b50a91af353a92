package dev.platen.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.message.ErrorContent;
import dev.platen.message.Message;
import dev.platen.message.MessageFactory;
import dev.platen.message.MessageTypes;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.MarkdownCell;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.StreamOutput;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JournalReplayTest {
  private final Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Journal journal = new Journal(out, clock);
  private final Notebook notebook =
      new Notebook(
          List.of(
              CodeCell.of("a", "1", JsonObject.EMPTY),
              new MarkdownCell("b", "# x", JsonObject.EMPTY, Map.of(), JsonObject.EMPTY),
              CodeCell.of("c", "2", JsonObject.EMPTY),
              CodeCell.of("d", "3", JsonObject.EMPTY)),
          JsonObject.EMPTY,
          JsonObject.EMPTY);

  private Message printed(String text) {
    JsonObject content = JsonObject.build(o -> o.put("name", "stdout").put("text", text));
    return new MessageFactory("s", clock).create(MessageTypes.STREAM, content);
  }

  private void firstCell() {
    journal.cellStarted(0, notebook.cells().get(0));
    journal.outputArrived(0, printed("one\n"));
    journal.outputArrived(0, printed("two\n"));
    journal.cellFinished(
        new CellOutcome(
            0, CellStatus.COMPLETED, OptionalInt.of(1), Optional.empty(), Optional.empty()));
    journal.cellFinished(CellOutcome.notRun(1, CellStatus.COMPLETED));
  }

  private Execution replay(String text) throws IOException {
    return JournalReplay.replay(notebook, new BufferedReader(new StringReader(text)));
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> words(Execution execution) {
    return execution.outcomes().stream().map(o -> o.status().word()).toList();
  }

  @Test
  void aRunThatWasKilledInACellIsInterruptedThere() throws IOException {
    firstCell();
    journal.cellStarted(2, notebook.cells().get(2));
    journal.outputArrived(2, printed("last"));
    Execution execution = replay(text());
    assertThat(execution.status()).isEqualTo(RunStatus.INTERRUPTED);
    assertThat(words(execution))
        .containsExactly("completed", "completed", "interrupted", "pending");
    CodeCell first = (CodeCell) execution.notebook().cells().get(0);
    assertThat(first.outputs()).containsExactly(StreamOutput.of("stdout", "one\ntwo\n"));
    assertThat(first.executionCount()).hasValue(1);
    CodeCell killed = (CodeCell) execution.notebook().cells().get(2);
    assertThat(killed.outputs()).containsExactly(StreamOutput.of("stdout", "last"));
  }

  @Test
  void aLineThatWasCutOffEndsTheJournal() throws IOException {
    firstCell();
    journal.cellStarted(2, notebook.cells().get(2));
    journal.outputArrived(2, printed("whole"));
    int whole = text().length();
    journal.outputArrived(2, printed("cut off"));
    for (int end = whole; end < text().length() - 1; end++) {
      CodeCell cell = (CodeCell) replay(text().substring(0, end)).notebook().cells().get(2);
      assertThat(cell.outputs()).containsExactly(StreamOutput.of("stdout", "whole"));
    }
  }

  @Test
  void aFailedRunThatWasKilledWhileItWroteIsStillAFailedRun() throws IOException {
    firstCell();
    journal.cellStarted(2, notebook.cells().get(2));
    ErrorContent error = new ErrorContent("ValueError", "no", List.of());
    journal.cellFinished(
        new CellOutcome(
            2, CellStatus.FAILED, OptionalInt.of(2), Optional.empty(), Optional.of(error)));
    journal.cellFinished(CellOutcome.notRun(3, CellStatus.PENDING));
    Execution execution = replay(text());
    assertThat(execution.status()).isEqualTo(RunStatus.FAILED);
    assertThat(execution.culprit().orElseThrow().error().orElseThrow().evalue()).isEqualTo("no");
  }

  @Test
  void anEmptyJournalIsARunThatNeverBegan() throws IOException {
    Execution execution = replay("");
    assertThat(execution.status()).isEqualTo(RunStatus.INTERRUPTED);
    assertThat(words(execution)).containsExactly("pending", "completed", "pending", "pending");
  }

  @Test
  void aJournalThatCannotBeWrittenFallsSilentAndTellsWhy() {
    Journal full =
        new Journal(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("No space left on device");
              }
            },
            clock);
    full.outputArrived(0, printed("x"));
    full.outputArrived(0, printed("y"));
    assertThat(full.failure().orElseThrow()).hasMessage("No space left on device");
  }

  @Test
  void aRunUnderWayIsFollowedLineByLine() {
    firstCell();
    journal.cellStarted(2, notebook.cells().get(2));
    journal.outputArrived(2, printed("half"));
    JournalReplay replay = new JournalReplay(notebook);
    out.toString(StandardCharsets.UTF_8)
        .lines()
        .forEach(l -> assertThat(replay.accept(l)).isTrue());
    assertThat(replay.running()).hasValue(2);
    assertThat(replay.finished()).isEqualTo(2);
    assertThat(replay.start(2)).contains(clock.instant());
    assertThat(replay.outputs(2)).containsExactly(StreamOutput.of("stdout", "half"));
    assertThat(replay.soFar().cells().get(2).metadata().object("papermill").text("status"))
        .isEqualTo("running");
    assertThat(replay.soFar().cells().get(3).metadata().object("papermill").text("status"))
        .isEqualTo("pending");
    assertThat(replay.accept("{\"text\":\" and whole\"}")).isTrue();
    assertThat(replay.outputs(2)).containsExactly(StreamOutput.of("stdout", "half and whole"));
  }

  @Test
  void aLineThatIsNoEventOfThisNotebookIsRefused() {
    JournalReplay replay = new JournalReplay(notebook);
    assertThat(replay.accept("{\"event\":\"started\",\"cell\":99,\"time\":\"x\"}")).isFalse();
    assertThat(replay.accept("{\"event\":\"started\",\"cell\":0,\"time\":\"x\"}")).isFalse();
    assertThat(replay.accept("{\"event\":\"fin")).isFalse();
    assertThat(replay.running()).isEmpty();
  }
}
