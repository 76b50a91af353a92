package dev.platen.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.message.Header;
import dev.platen.message.Message;
import dev.platen.message.MessageTypes;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.StreamOutput;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Journal journal =
      new Journal(out, Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));
  private final CodeCell cell = CodeCell.of("a", "1", JsonObject.EMPTY);

  private static Header header(String id, String type) {
    return new Header(id, "s", "platen", "", type, "5.4");
  }

  private void print(int cellIndex, String request, String name, String text) {
    JsonObject content = JsonObject.build(o -> o.put("name", name).put("text", text));
    journal.outputArrived(
        cellIndex,
        new Message(
            header("m", MessageTypes.STREAM),
            Optional.of(header(request, MessageTypes.EXECUTE_REQUEST)),
            JsonObject.EMPTY,
            content,
            List.of()));
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aStreamMessageThatContinuesTheLineBeforeIsWrittenAsItsTextAlone() {
    print(0, "r0", "stdout", "1\n");
    print(0, "r0", "stdout", "2\n");
    print(0, "r0", "stderr", "3\n");
    print(0, "r1", "stderr", "4\n");
    print(1, "r1", "stderr", "5\n");
    assertThat(text())
        .isEqualTo(
            """
            {"event":"output","cell":0,"parent":"r0","type":"stream","content":{"name":"stdout","text":"1\\n"}}
            {"text":"2\\n"}
            {"event":"output","cell":0,"parent":"r0","type":"stream","content":{"name":"stderr","text":"3\\n"}}
            {"event":"output","cell":0,"parent":"r1","type":"stream","content":{"name":"stderr","text":"4\\n"}}
            {"event":"output","cell":1,"parent":"r1","type":"stream","content":{"name":"stderr","text":"5\\n"}}
            """);
  }

  @Test
  void aCellThatStartsBeginsAnew() {
    print(0, "r0", "stdout", "1\n");
    journal.cellStarted(0, cell);
    print(0, "r0", "stdout", "2\n");
    assertThat(text().lines().filter(line -> line.contains("\"stdout\""))).hasSize(2);
  }

  @Test
  void textsWrittenAloneComeBackInTheirPlace() throws IOException {
    journal.cellStarted(0, cell);
    print(0, "r0", "stdout", "1\n");
    print(0, "r0", "stderr", "2\n");
    print(0, "r0", "stderr", "3\n");
    Notebook notebook = new Notebook(List.of(cell), JsonObject.EMPTY, JsonObject.EMPTY);
    Execution execution =
        JournalReplay.replay(notebook, new BufferedReader(new StringReader(text())));
    assertThat(((CodeCell) execution.notebook().cells().get(0)).outputs())
        .containsExactly(StreamOutput.of("stdout", "1\n"), StreamOutput.of("stderr", "2\n3\n"));
  }
}
